package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.memory.Forgettings;
import ai.therapysync.persistence.crisis.Incidents;
import ai.therapysync.persistence.practice.ForgettingRows;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Forgetting on PostgreSQL, under the person's lock. */
public final class JdbiForgettings implements Forgettings {
  /** Who helps in an incident may need what is known; so soon after its end it is deleted. */
  private static final Duration AGAIN = Duration.ofMinutes(10);

  /** What is gone: its words, and of a person the name. */
  private static final String GONE =
      """
      WITH gone AS (
        SELECT CASE WHEN m.memory_type = 'person'
          THEN lower(regexp_replace(m.title, '\\s*[(\uFF08].*$', '')) ELSE lower(m.content) END AS words
        FROM public.conversation_memory m
          JOIN gateway.forgotten_memories o ON o.memory_id = m.id
        WHERE o.forgetting_id = :forgetting AND m.is_active = false AND m.content <> ''),
      asked AS (SELECT f.user_id, f.everything, f.forgotten_at FROM gateway.forgettings f
        WHERE f.id = :forgetting)
      """;

  /** Notes by rules lose the lines that speak of it; those by a model can't be told apart. */
  static final String NOTES =
      """
      UPDATE public.therapy_sessions s SET
        session_notes = CASE WHEN jsonb_exists(s.ai_insights, 'summary') THEN NULL ELSE
          (SELECT nullif(string_agg(line, chr(10) ORDER BY place), '')
          FROM unnest(string_to_array(s.session_notes, chr(10))) WITH ORDINALITY AS l(line, place)
          WHERE NOT EXISTS (SELECT 1 FROM gone g WHERE strpos(lower(line), g.words) > 0)) END,
        ai_insights = CASE WHEN jsonb_typeof(s.ai_insights -> 'what_helped') = 'array'
          THEN jsonb_set(s.ai_insights, '{what_helped}', coalesce((SELECT jsonb_agg(h)
            FROM jsonb_array_elements(s.ai_insights -> 'what_helped') h
            WHERE NOT EXISTS (SELECT 1 FROM gone g
              WHERE strpos(lower(h #>> '{}'), g.words) > 0)), '[]'))
          ELSE s.ai_insights END - 'summary'
      FROM asked a
      WHERE s.user_id = a.user_id AND s.start_time <= a.forgotten_at
        AND (a.everything AND jsonb_exists(s.ai_insights, 'summary') OR EXISTS (SELECT 1 FROM gone g
          WHERE strpos(lower(concat(s.session_notes, s.ai_insights)), g.words) > 0))
      """;

  private static final String MEMORIES =
      """
      DELETE FROM public.conversation_memory m USING gateway.forgotten_memories o
      WHERE o.memory_id = m.id AND o.forgetting_id = :forgetting AND m.is_active = false
      """;

  private final Jdbi jdbi;
  private final InstantSource clock;

  /** With the clock by which a day passes. */
  public JdbiForgettings(Jdbi jdbi, InstantSource clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  @Override
  public Optional<Instant> carryOut(UUID forgetting) {
    return jdbi.inTransaction(handle -> carryOut(handle, forgetting, clock.instant()));
  }

  private static Optional<Instant> carryOut(Handle handle, UUID forgetting, Instant now) {
    handle
        .createQuery(
            "SELECT p.id FROM public.profiles p WHERE p.id = (SELECT f.user_id"
                + " FROM gateway.forgettings f WHERE f.id = :id) FOR NO KEY UPDATE")
        .bind("id", forgetting)
        .mapTo(UUID.class)
        .list();
    Optional<Instant> until = waitsUntil(handle, forgetting, now);
    if (until.isEmpty()) {
      handle.createUpdate(GONE + NOTES).bind("forgetting", forgetting).execute();
      handle.createUpdate(MEMORIES).bind("forgetting", forgetting).execute();
    }
    return until;
  }

  private static Optional<Instant> waitsUntil(Handle handle, UUID forgetting, Instant now) {
    boolean incident =
        handle
            .createQuery(
                "SELECT EXISTS (SELECT 1 FROM public.crisis_interventions ci"
                    + " JOIN gateway.forgettings f ON f.user_id = ci.user_id"
                    + " WHERE f.id = :id AND "
                    + Incidents.openCondition()
                    + ")")
            .bind("id", forgetting)
            .mapTo(Boolean.class)
            .one();
    if (incident) {
      return Optional.of(now.plus(AGAIN));
    }
    return handle
        .createQuery("SELECT forgotten_at FROM gateway.forgettings WHERE id = :id")
        .bind("id", forgetting)
        .mapTo(Instant.class)
        .findOne()
        .map(at -> at.plus(ForgettingRows.CAN_COME_BACK))
        .filter(end -> end.isAfter(now));
  }
}
