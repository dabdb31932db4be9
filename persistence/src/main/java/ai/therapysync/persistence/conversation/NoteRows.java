package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.memory.SessionNoteWriter.EndedTalk;
import ai.therapysync.conversation.memory.SessionNotes;
import ai.therapysync.conversation.person.PersonLanguage;
import ai.therapysync.crisis.risk.Utterance;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.sealing.DataKey;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Talks that have ended, as they are read for their notes. */
public final class NoteRows {
  private static final String TALK =
      """
      SELECT json_build_object(
        'person', s.user_id,
        'preferred', (SELECT p.preferred_language FROM public.profiles p WHERE p.id = s.user_id),
        'primary', (SELECT c.primary_language FROM public.user_cultural_profiles c
          WHERE c.user_id = s.user_id),
        'lines', (SELECT json_agg(json_build_object('id', m.id, 'sender_type', m.sender_type,
            'content', m.content, 'at', m."timestamp") ORDER BY m."timestamp", m.id)
          FROM public.whatsapp_messages m WHERE m.therapy_session_id = s.id
            AND m."timestamp" >= coalesce((SELECT max(f.forgotten_at) FROM gateway.forgettings f
              WHERE f.user_id = s.user_id), '-infinity')))::text
      FROM public.therapy_sessions s WHERE s.id = :session AND s.end_time IS NOT NULL
      """;

  private final Contents contents;

  /** With the seals that open what was said. */
  public NoteRows(Contents contents) {
    this.contents = contents;
  }

  Optional<EndedTalk> talk(Handle handle, UUID session) {
    return handle
        .createQuery(TALK)
        .bind("session", session)
        .mapTo(String.class)
        .findOne()
        .map(Rows::json)
        .map(row -> talk(handle, row))
        .filter(talk -> !talk.lines().isEmpty());
  }

  private EndedTalk talk(Handle handle, JsonNode row) {
    DataKey key = contents.keyOf(handle, Rows.uuid(row, "person").orElseThrow());
    List<Utterance> lines = new ArrayList<>();
    row.path("lines").forEach(line -> lines.add(Utterances.read(contents, key, line)));
    return new EndedTalk(
        PersonLanguage.choose(Rows.text(row, "preferred"), Rows.text(row, "primary")), lines);
  }

  static void write(Handle handle, UUID session, SessionNotes notes) {
    handle
        .createUpdate(
            "UPDATE public.therapy_sessions SET session_notes = :notes,"
                + " ai_insights = coalesce(ai_insights, '{}') || CAST(:insights AS jsonb)"
                + " WHERE id = :id")
        .bind("notes", notes.notes())
        .bind(
            "insights",
            Rows.write(
                Map.of("summary", Map.of("themes", notes.themes(), "what_helped", notes.helped()))))
        .bind("id", session)
        .execute();
  }
}
