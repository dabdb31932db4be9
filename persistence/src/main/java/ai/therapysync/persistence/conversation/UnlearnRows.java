package ai.therapysync.persistence.conversation;

import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.tasks.Agenda;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Takes away what was learned from words that a person took back. */
final class UnlearnRows {
  /**
   * What was learned between the taking of their turn and the next, and what was put together from
   * it at the talk's end.
   */
  private static final String GONE =
      """
      WITH span AS (
        SELECT t.user_id, t.taken_at AS since, least(t.ended_at + interval '10 minutes', (
          SELECT min(n.taken_at) FROM gateway.turns n
          WHERE n.user_id = t.user_id AND n.taken_at > t.ended_at)) AS until
        FROM gateway.turns t WHERE t.id = :turn AND t.state = 'answered'),
      learned AS (
        SELECT m.id, lower(m.title) AS title, lower(m.content) AS words
        FROM public.conversation_memory m JOIN span s ON s.user_id = m.user_id
        WHERE m.created_at BETWEEN s.since AND s.until AND m.content <> ''),
      gone AS (SELECT l.words FROM learned l),
      asked AS (SELECT s.user_id, false AS everything, CAST(:now AS timestamptz) AS forgotten_at
        FROM span s)
      """;

  private static final String MEMORIES =
      """
      DELETE FROM public.conversation_memory m USING span s
      WHERE m.user_id = s.user_id AND (m.id IN (SELECT l.id FROM learned l)
        OR m.memory_type = 'session' AND EXISTS (SELECT 1 FROM learned l
          WHERE strpos(lower(m.content), l.title) > 0 OR strpos(lower(m.content), l.words) > 0))
      """;

  /** What a model has noted of the talk can't be told apart. */
  private static final String TALK =
      """
      UPDATE public.therapy_sessions s SET session_notes = NULL,
        ai_insights = s.ai_insights - 'summary'
      WHERE jsonb_exists(s.ai_insights, 'summary') AND s.id = (
        SELECT m.therapy_session_id FROM public.whatsapp_messages m WHERE m.id = :message)
      """;

  private UnlearnRows() {}

  static void unlearn(Handle handle, UUID turn, Optional<UUID> message, Instant now) {
    Agenda.withdrawLearningOf(handle, turn);
    handle
        .createUpdate(GONE + JdbiForgettings.NOTES)
        .bind("turn", turn)
        .bind("now", Rows.at(now))
        .execute();
    handle.createUpdate(GONE + MEMORIES).bind("turn", turn).bind("now", Rows.at(now)).execute();
    message.ifPresent(id -> handle.createUpdate(TALK).bind("message", id).execute());
  }
}
