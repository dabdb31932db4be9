package ai.therapysync.persistence.conversation;

import ai.therapysync.persistence.database.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The talk that a message belongs to: a row of {@code therapy_sessions}. */
final class SessionRows {
  private final Duration quiet;

  SessionRows(Duration quiet) {
    this.quiet = quiet;
  }

  /**
   * The open session; one that has gone quiet is closed at its last message, and a new one opens.
   */
  UUID current(Handle handle, UUID person, Optional<UUID> personality, Instant now) {
    handle
        .createUpdate(
            """
            UPDATE public.therapy_sessions s SET end_time = q.last FROM (
              SELECT o.id, coalesce(max(m."timestamp"), o.start_time) AS last
              FROM public.therapy_sessions o
              LEFT JOIN public.whatsapp_messages m ON m.therapy_session_id = o.id
              WHERE o.user_id = :user AND o.end_time IS NULL AND o.session_type = 'chat'
              GROUP BY o.id, o.start_time) q
            WHERE s.id = q.id AND q.last < :quietSince
            """)
        .bind("user", person)
        .bind("quietSince", Rows.at(now.minus(quiet)))
        .execute();
    return handle
        .createQuery(
            "SELECT id FROM public.therapy_sessions WHERE user_id = :user AND end_time IS NULL"
                + " AND session_type = 'chat' ORDER BY start_time DESC LIMIT 1")
        .bind("user", person)
        .mapTo(UUID.class)
        .findOne()
        .orElseGet(() -> open(handle, person, personality, now));
  }

  private static UUID open(Handle handle, UUID person, Optional<UUID> personality, Instant now) {
    return handle
        .createQuery(
            "INSERT INTO public.therapy_sessions (user_id, therapist_personality_id, start_time)"
                + " VALUES (:user, :personality, :now) RETURNING id")
        .bind("user", person)
        .bind("personality", personality.orElse(null))
        .bind("now", Rows.at(now))
        .mapTo(UUID.class)
        .one();
  }
}
