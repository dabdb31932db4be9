package ai.therapysync.crisis.incident;

import ai.therapysync.crisis.people.ContactId;
import java.util.UUID;

/** Who has said "I am on it". */
public sealed interface Responder {
  /** An emergency contact. */
  record OfContact(ContactId id) implements Responder {}

  /** An operator, by their user id. */
  record OfOperator(UUID id) implements Responder {}

  /** Someone whom only the row's status speaks of. */
  record Unrecorded() implements Responder {}
}
