package ai.therapysync.persistence.conversation;

import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.tasks.Agenda;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The talk that a message belongs to: a row of {@code therapy_sessions}. */
public final class SessionRows {
  private static final String LAST =
      """
      SELECT s.user_id, s.start_time, coalesce((SELECT max(m."timestamp")
        FROM public.whatsapp_messages m WHERE m.therapy_session_id = s.id), s.start_time) AS last
      FROM public.therapy_sessions s WHERE s.id = :id AND s.end_time IS NULL
      """;

  private final Duration quiet;
  private final ReviewRows reviews;

  /** A talk ends after {@code quiet}, and is looked back at then. */
  public SessionRows(Duration quiet, ReviewRows reviews) {
    this.quiet = quiet;
    this.reviews = reviews;
  }

  /**
   * The open session, whose end is put off; one that has gone quiet is closed at its last message,
   * and a new one opens.
   */
  UUID current(Handle handle, UUID person, Optional<UUID> personality, Instant now) {
    List<UUID> open =
        handle
            .createQuery(
                "SELECT id FROM public.therapy_sessions WHERE user_id = :user AND end_time IS NULL"
                    + " AND session_type = 'chat' ORDER BY start_time DESC, id")
            .bind("user", person)
            .mapTo(UUID.class)
            .list();
    UUID session =
        open.stream()
            .filter(id -> end(handle, id, false, now).isPresent())
            .findFirst()
            .orElseGet(() -> open(handle, person, personality, now));
    Agenda.session(handle, session, now.plus(quiet));
    return session;
  }

  /**
   * Ends a session that has gone quiet; else says when it would.
   *
   * @param asks whether the person may be asked about it; who is just writing is not
   */
  Optional<Instant> end(Handle handle, UUID session, boolean asks, Instant now) {
    lock(handle, session);
    Optional<ReviewRows.Quiet> talk =
        handle.createQuery(LAST).bind("id", session).map((row, _) -> read(session, row)).findOne();
    Optional<Instant> goesOnUntil =
        talk.map(one -> one.last().plus(quiet)).filter(end -> end.isAfter(now));
    talk.filter(_ -> goesOnUntil.isEmpty()).ifPresent(one -> reviews.close(handle, one, asks, now));
    return goesOnUntil;
  }

  private static ReviewRows.Quiet read(UUID session, ResultSet row) throws SQLException {
    return new ReviewRows.Quiet(
        session,
        row.getObject("user_id", UUID.class),
        row.getObject("start_time", OffsetDateTime.class).toInstant(),
        row.getObject("last", OffsetDateTime.class).toInstant());
  }

  private static void lock(Handle handle, UUID session) {
    handle
        .createQuery(
            "SELECT p.id FROM public.profiles p WHERE p.id = (SELECT s.user_id"
                + " FROM public.therapy_sessions s WHERE s.id = :id) FOR NO KEY UPDATE")
        .bind("id", session)
        .mapTo(UUID.class)
        .list();
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
