package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.practice.insight.IdeaMaker;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.figures.BehaviorBook;
import ai.therapysync.persistence.practice.IdeaRows;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The work of a night on PostgreSQL: the day's figures, broken streaks, ideas person by person. */
public final class NightBook {
  /** Everybody who did anything lately, found by each one's own rows. */
  private static final String ACTIVE =
      """
      SELECT p.id FROM public.profiles p WHERE p.id > :after AND (
        EXISTS (SELECT 1 FROM public.whatsapp_messages m WHERE m.user_id = p.id
          AND m."timestamp" > :since AND m.sender_type = 'user')
        OR EXISTS (SELECT 1 FROM public.mood_entries e WHERE e.user_id = p.id
          AND e.created_at > :since)
        OR EXISTS (SELECT 1 FROM public.assessments a WHERE a.user_id = p.id
          AND a.created_at > :since)
        OR EXISTS (SELECT 1 FROM public.goals g WHERE g.user_id = p.id
          AND (g.last_progress_date > CAST(:since AS timestamptz)::date
            OR coalesce(g.updated_at, g.created_at) > :since)))
      ORDER BY p.id LIMIT :most
      """;

  private static final Duration LATELY = Duration.ofDays(30);
  private static final UUID FIRST = new UUID(0, 0);
  private static final int STREAKS_AT_ONCE = 500;

  private final Jdbi jdbi;
  private final IdeaMaker maker = new IdeaMaker();

  /** On the database that the nodes share. */
  public NightBook(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Whether the night's work is done. */
  public boolean isFinished(LocalDate night) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "SELECT EXISTS (SELECT 1 FROM gateway.nights"
                    + " WHERE day = :night AND finished_at IS NOT NULL)")
            .bind("night", night)
            .mapTo(Boolean.class)
            .one());
  }

  /** The figures of the day before, once a night; they may be made again without harm. */
  public void figures(LocalDate night, Instant now) {
    jdbi.useTransaction(handle -> {
      handle
          .createUpdate("INSERT INTO gateway.nights (day) VALUES (:night) ON CONFLICT DO NOTHING")
          .bind("night", night)
          .execute();
      boolean due =
          handle
                  .createUpdate(
                      "UPDATE gateway.nights SET figures_at = :now"
                          + " WHERE day = :night AND figures_at IS NULL")
                  .bind("night", night)
                  .bind("now", Rows.at(now))
                  .execute()
              == 1;
      if (due) {
        handle
            .createQuery("SELECT public.aggregate_daily_analytics(:day)::text")
            .bind("day", night.minusDays(1))
            .mapTo(String.class)
            .list();
        BehaviorBook.make(handle, night.minusDays(1), now);
      }
    });
  }

  /**
   * Sets streaks to nothing whose day was missed wherever on earth their owner is; some at a time.
   *
   * @return whether there may be more
   */
  public boolean endStreaks(LocalDate night) {
    return jdbi.inTransaction(handle ->
        handle
            .createUpdate(
                "UPDATE public.goals SET streak_count = 0 WHERE id IN (SELECT g.id"
                    + " FROM public.goals g WHERE g.status = 'active' AND g.streak_count > 0"
                    + " AND g.last_progress_date < :missed LIMIT :most FOR UPDATE SKIP LOCKED)")
            .bind("missed", night.minusDays(2))
            .bind("most", STREAKS_AT_ONCE)
            .execute())
        == STREAKS_AT_ONCE;
  }

  /** The next people, from where the night has come to. */
  public List<UUID> next(LocalDate night, int most, Instant now) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(ACTIVE)
            .bind("after", reached(handle, night))
            .bind("since", Rows.at(now.minus(LATELY)))
            .bind("most", most)
            .mapTo(UUID.class)
            .list());
  }

  private static UUID reached(Handle handle, LocalDate night) {
    return handle
        .createQuery(
            "SELECT reached FROM gateway.nights WHERE day = :night AND reached IS NOT NULL")
        .bind("night", night)
        .mapTo(UUID.class)
        .findOne()
        .orElse(FIRST);
  }

  /** So far has it come. */
  public void reached(LocalDate night, UUID person) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate("UPDATE gateway.nights SET reached = :person WHERE day = :night")
            .bind("person", person)
            .bind("night", night)
            .execute());
  }

  /** It is done. */
  public void finished(LocalDate night, Instant now) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate("UPDATE gateway.nights SET finished_at = :now WHERE day = :night")
            .bind("now", Rows.at(now))
            .bind("night", night)
            .execute());
  }

  /** Makes what is worth saying to one person, under their lock, so that it is made once. */
  public void think(UUID person, Instant now) {
    jdbi.useTransaction(handle -> {
      if (!isLocked(handle, person)) {
        return;
      }
      forget(handle, person, now);
      LifeRows.load(handle, person, now)
          .map(maker::make)
          .orElse(List.of())
          .forEach(idea -> IdeaRows.insert(handle, person, idea, now));
    });
  }

  private static boolean isLocked(Handle handle, UUID person) {
    return handle
        .createQuery("SELECT p.id FROM public.profiles p WHERE p.id = :id FOR NO KEY UPDATE")
        .bind("id", person)
        .mapTo(UUID.class)
        .findOne()
        .isPresent();
  }

  /** A recommendation has no date of expiry: its rule knows how long it is worth saying. */
  private void forget(Handle handle, UUID person, Instant now) {
    Map<String, Duration> freshness = maker.freshness();
    List<String> types = List.copyOf(freshness.keySet());
    List<Integer> days =
        types.stream()
            .map(type -> Optional.ofNullable(freshness.get(type)).orElse(LATELY))
            .map(fresh -> (int) fresh.toDays())
            .toList();
    handle
        .createUpdate(
            "UPDATE public.personalized_recommendations r SET is_active = false"
                + " FROM unnest(:types, :days) f(type, days) WHERE r.user_id = :user"
                + " AND r.recommendation_type = f.type AND coalesce(r.is_active, true)"
                + " AND r.shown_at IS NULL"
                + " AND r.created_at < CAST(:now AS timestamptz) - make_interval(days => f.days)")
        .bindArray("types", String.class, types)
        .bindArray("days", Integer.class, days)
        .bind("user", person)
        .bind("now", Rows.at(now))
        .execute();
  }
}
