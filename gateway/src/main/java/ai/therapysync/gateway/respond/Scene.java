package ai.therapysync.gateway.respond;

import ai.therapysync.crisis.incident.Incident;
import ai.therapysync.crisis.incident.IncidentState;
import ai.therapysync.crisis.incident.IncidentState.Check;
import ai.therapysync.crisis.incident.Responder;
import ai.therapysync.crisis.people.ContactId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a contact's page says, by where the incident stands; each has its own words and buttons. */
enum Scene {
  /** Someone needs you: on it, or can't? */
  NEEDED(true, true, true),
  /** You have it, and there was a further cry: still on it? */
  AGAIN(true, true, true),
  /** You have it. */
  HELD(true, false, true),
  /** Did you reach them? */
  QUESTION(true, true, true),
  /** You reached them. */
  REACHED(true, false, true),
  /** Somebody else has it. */
  TAKEN(false, false, false),
  /** You can't: somebody else is asked. */
  MOVED(false, true, false);

  private final boolean steps;
  private final boolean yes;
  private final boolean no;

  Scene(boolean steps, boolean yes, boolean no) {
    this.steps = steps;
    this.yes = yes;
    this.no = no;
  }

  static Scene of(Incident incident, ContactId contact) {
    return switch (incident.state()) {
      case IncidentState.Climbing _, IncidentState.Unanswered _ -> NEEDED;
      case IncidentState.Held held -> of(held, contact);
      case IncidentState.Resolved _ -> TAKEN;
    };
  }

  private static Scene of(IncidentState.Held held, ContactId contact) {
    return switch (held.responder()) {
      case Responder.OfContact(ContactId id) -> id.equals(contact) ? of(held.check()) : TAKEN;
      case Responder.OfOperator _ -> TAKEN;
      case Responder.Unrecorded _ -> NEEDED;
    };
  }

  private static Scene of(Check check) {
    return switch (check) {
      case UNASKED -> HELD;
      case ASKED -> QUESTION;
      case REACHED -> REACHED;
      case CRY_TOLD -> AGAIN;
    };
  }

  /** Whether it says what to do. */
  boolean steps() {
    return steps;
  }

  /** Whether this reader has the incident. */
  boolean hasIt() {
    return switch (this) {
      case AGAIN, HELD, QUESTION, REACHED -> true;
      case NEEDED, TAKEN, MOVED -> false;
    };
  }

  /** The answers that have a button: {@code yes}, {@code no}. */
  List<String> answers() {
    return Stream.of("yes", "no").filter(answer -> answer.equals("yes") ? yes : no).toList();
  }

  /**
   * Whether a "yes" to what an older page asked can't be an answer to what is asked now: a page
   * that was left open, or loaded again, must not say that someone was reached.
   */
  boolean asksAnew(String answered) {
    return (this == QUESTION || this == AGAIN) && !answered.isEmpty() && !answered.equals(word());
  }

  /** {@code needed}, {@code question}, …: the beginning of its texts' keys. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
