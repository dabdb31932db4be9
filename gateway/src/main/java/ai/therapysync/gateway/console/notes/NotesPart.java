package ai.therapysync.gateway.console.notes;

import ai.therapysync.gateway.console.page.Answer;
import ai.therapysync.gateway.console.page.Form;
import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.conversation.OperatorNotes;
import ai.therapysync.persistence.conversation.OperatorNotes.Note;
import ai.therapysync.persistence.resources.Cursor;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Notes about a person on a page: read, written and taken back there. */
public final class NotesPart {
  private static final int LONGEST = 4_000;

  private final OperatorNotes notes;

  /** With where they are kept. */
  public NotesPart(OperatorNotes notes) {
    this.notes = notes;
  }

  /**
   * What is shown. Private: never printed.
   *
   * @param path where notes are written and withdrawn: the person's own page of them
   * @param beside whether they stand beside the conversation, to which one then comes back
   * @param reads whether the caller sees any of it
   * @param older the cursor behind the last one; empty where there is none
   */
  public record Shown(
      String path,
      boolean beside,
      boolean reads,
      boolean writes,
      List<Note> notes,
      String older,
      Form form) {
    public Shown {
      notes = List.copyOf(notes);
    }

    @Override
    public String toString() {
      return "Shown[" + path + "]";
    }
  }

  /** The latest of them, beside the person's conversation. */
  public Shown beside(Acting acting, UUID person, int most) {
    return show(acting, person, most, Optional.empty(), true, Form.empty());
  }

  /** All of them, page by page. */
  public Shown all(Acting acting, UUID person, int most, Optional<Cursor> after, Form form) {
    return show(acting, person, most, after, false, form);
  }

  private Shown show(
      Acting acting, UUID person, int most, Optional<Cursor> after, boolean beside, Form form) {
    OperatorNotes.Found found = notes.list(acting, person, most, after);
    return new Shown(
        path(person),
        beside,
        OperatorNotes.readable(acting, person),
        OperatorNotes.writable(acting, person),
        found.notes(),
        found.next().map(Cursor::written).orElse(""),
        form);
  }

  /**
   * Writes what was typed.
   *
   * @param again shows the form with what is wrong
   */
  public Answer write(Acting acting, UUID person, Form form, Function<Form, Answer> again) {
    String words = form.required("note", LONGEST);
    if (!form.isValid()) {
      return again.apply(form);
    }
    return notes.write(acting, person, words)
        ? back(person, form).saying("Noted.")
        : new Answer.Refused("Your role lets you read notes, not write them.");
  }

  /** Takes the caller's own note back, while its hour lasts. */
  public Answer withdraw(Acting acting, UUID person, Optional<UUID> note, Form form) {
    boolean done = note.isPresent() && notes.withdraw(acting, person, note.get());
    return done
        ? back(person, form).saying("Withdrawn. That there was a note stays to be seen.")
        : new Answer.Refused("Only who wrote a note takes it back, and only within an hour.");
  }

  private static Answer.Redirect back(UUID person, Form form) {
    return Answer.redirect(
        form.value("from").equals("conversation")
            ? "/console/conversations/" + person
            : path(person));
  }

  private static String path(UUID person) {
    return "/console/people/" + person + "/notes";
  }
}
