package ai.therapysync.persistence.figures;

import ai.therapysync.persistence.database.Rows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Adds {@code user_behavior_analytics} up, a row a day, so that a year of everybody can be looked
 * at: 36 million rows of a hundred thousand people would keep whoever looks waiting for seconds.
 */
public final class BehaviorBook {
  /** What others write late, or again, still counts. */
  private static final int AGAIN = 6;

  private static final int LONGEST = 731;

  private static final String MAKE =
      """
      INSERT INTO gateway.daily_behavior AS d (date, people, sessions, session_minutes,
        goals_created, goals_completed, assessments, mood_entries, mood_people, average_mood,
        engagement, retention, made_at)
      SELECT b.date, count(*), coalesce(sum(b.sessions_count), 0),
        coalesce(sum(b.total_session_minutes), 0), coalesce(sum(b.goals_created), 0),
        coalesce(sum(b.goals_completed), 0), coalesce(sum(b.assessments_taken), 0),
        coalesce(sum(b.mood_entries), 0), count(*) FILTER (WHERE b.mood_entries > 0),
        round(avg(b.average_mood) FILTER (WHERE b.mood_entries > 0), 2),
        round(avg(b.engagement_score), 3), round(avg(b.retention_score), 3), :now
      FROM public.user_behavior_analytics b
      WHERE b.date BETWEEN :first AND :last GROUP BY b.date
      ON CONFLICT (date) DO UPDATE SET people = EXCLUDED.people, sessions = EXCLUDED.sessions,
        session_minutes = EXCLUDED.session_minutes, goals_created = EXCLUDED.goals_created,
        goals_completed = EXCLUDED.goals_completed, assessments = EXCLUDED.assessments,
        mood_entries = EXCLUDED.mood_entries, mood_people = EXCLUDED.mood_people,
        average_mood = EXCLUDED.average_mood, engagement = EXCLUDED.engagement,
        retention = EXCLUDED.retention, made_at = EXCLUDED.made_at
      """;

  /** Each day is looked for by the index of dates: no row of a day is read that is there. */
  private static final String MISSING =
      """
      SELECT day::date FROM generate_series(CAST(:last AS date) - CAST(:most AS integer),
        CAST(:last AS date), interval '1 day') AS day
      WHERE NOT EXISTS (SELECT 1 FROM gateway.daily_behavior d WHERE d.date = day::date)
        AND EXISTS (SELECT 1 FROM public.user_behavior_analytics b WHERE b.date = day::date)
      ORDER BY day DESC LIMIT 1
      """;

  private final Jdbi jdbi;

  /** On the database that the nodes share. */
  public BehaviorBook(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Adds up the day and those before it that may have changed, in the caller's transaction. */
  public static void make(Handle handle, LocalDate day, Instant now) {
    make(handle, day.minusDays(AGAIN), day, now);
  }

  /**
   * Adds up one day of the last two years that has not been, the latest first.
   *
   * @return whether there may be more
   */
  public boolean catchUp(LocalDate yesterday, Instant now) {
    return jdbi.inTransaction(handle -> {
      Optional<LocalDate> missing =
          handle
              .createQuery(MISSING)
              .bind("last", yesterday)
              .bind("most", LONGEST)
              .mapTo(LocalDate.class)
              .findOne();
      missing.ifPresent(day -> make(handle, day, day, now));
      return missing.isPresent();
    });
  }

  private static void make(Handle handle, LocalDate first, LocalDate last, Instant now) {
    handle
        .createUpdate(MAKE)
        .bind("first", first)
        .bind("last", last)
        .bind("now", Rows.at(now))
        .execute();
  }
}
