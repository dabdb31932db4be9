package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.memory.SessionSummary;
import ai.therapysync.conversation.person.PersonLanguage;
import ai.therapysync.crisis.language.Language;
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
      SELECT s.user_id, (SELECT p.preferred_language FROM public.profiles p WHERE p.id = s.user_id)
          AS preferred,
        (SELECT c.primary_language FROM public.user_cultural_profiles c
          WHERE c.user_id = s.user_id) AS "primary",
        coalesce((SELECT max(m."timestamp") FROM public.whatsapp_messages m
          WHERE m.therapy_session_id = s.id), s.start_time) AS last
      FROM public.therapy_sessions s WHERE s.id = :id AND s.end_time IS NULL
      """;

  private final Duration quiet;
  private final MemoryRows memories;

  /** A talk ends after {@code quiet}, and what it was about is remembered then. */
  public SessionRows(Duration quiet, MemoryRows memories) {
    this.quiet = quiet;
    this.memories = memories;
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
            .filter(id -> end(handle, id, now).isPresent())
            .findFirst()
            .orElseGet(() -> open(handle, person, personality, now));
    Agenda.session(handle, session, now.plus(quiet));
    return session;
  }

  /** Ends a session that has gone quiet; else says when it would. */
  Optional<Instant> end(Handle handle, UUID session, Instant now) {
    lock(handle, session);
    Optional<Talk> talk =
        handle.createQuery(LAST).bind("id", session).map((row, _) -> read(row)).findOne();
    Optional<Instant> goesOnUntil =
        talk.map(one -> one.last().plus(quiet)).filter(end -> end.isAfter(now));
    talk.filter(_ -> goesOnUntil.isEmpty()).ifPresent(one -> close(handle, session, one, now));
    return goesOnUntil;
  }

  private record Talk(UUID person, Language language, Instant last) {}

  private static Talk read(ResultSet row) throws SQLException {
    return new Talk(
        row.getObject("user_id", UUID.class),
        PersonLanguage.choose(
            Optional.ofNullable(row.getString("preferred")),
            Optional.ofNullable(row.getString("primary"))),
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

  private void close(Handle handle, UUID session, Talk talk, Instant now) {
    handle
        .createUpdate("UPDATE public.therapy_sessions SET end_time = :last WHERE id = :id")
        .bind("last", Rows.at(talk.last()))
        .bind("id", session)
        .execute();
    SessionSummary.of(memories.learnedIn(handle, session), talk.language())
        .ifPresent(memory -> memories.learn(handle, talk.person(), session, List.of(memory), now));
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
