package ai.therapysync.conversation.learning;

import ai.therapysync.conversation.memory.SessionNoteWriter.EndedTalk;
import ai.therapysync.conversation.memory.SessionNotes;
import ai.therapysync.conversation.reply.AnswerForm;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The form in which a model notes what a talk was about, and what of it is believed. */
final class NotesForm {
  static final AnswerForm.Fields FORM = form();

  private static final int LONGEST = 900;
  private static final int LONGEST_ITEM = 60;
  private static final int MOST_THEMES = 4;
  private static final int MOST_HELPED = 3;

  private final Tact tact = new Tact();

  /** Empty when the answer is of another form, or says what must not be said. */
  Optional<SessionNotes> read(String answer, EndedTalk talk) {
    return Json.object(answer)
        .map(NotesForm::notes)
        .filter(notes -> !notes.notes().isEmpty() && notes.notes().length() <= LONGEST)
        .filter(notes -> tact.allows(all(notes), talk.language()));
  }

  private static SessionNotes notes(JsonNode object) {
    return new SessionNotes(
        Json.text(object.path("notes")),
        Json.texts(object.path("themes"), LONGEST_ITEM, MOST_THEMES),
        Json.texts(object.path("helped"), LONGEST_ITEM, MOST_HELPED));
  }

  private static String all(SessionNotes notes) {
    return String.join(
        ". ", notes.notes(), String.join(". ", notes.themes()), String.join(". ", notes.helped()));
  }

  private static AnswerForm.Fields form() {
    Map<String, AnswerForm> fields = new LinkedHashMap<>();
    fields.put("notes", new AnswerForm.Text("two to four sentences"));
    fields.put("themes", list("at most four themes"));
    fields.put("helped", list("at most three things that helped"));
    return new AnswerForm.Fields("notes on a talk", fields);
  }

  private static AnswerForm list(String about) {
    return new AnswerForm.ListOf(about, new AnswerForm.Text("a few words"));
  }
}
