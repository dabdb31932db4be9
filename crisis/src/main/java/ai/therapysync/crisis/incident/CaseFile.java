package ai.therapysync.crisis.incident;

import ai.therapysync.crisis.people.ContactId;
import ai.therapysync.crisis.people.EmergencyContact;
import java.util.Optional;

/** An open incident as it stands, with all that the crisis desk would look at. */
public record CaseFile(Incident incident, Situation situation) {
  /** An active contact, if they may hear of this incident. */
  public Optional<EmergencyContact> listener(ContactId id) {
    return situation.contacts().stream()
        .filter(contact -> contact.id().equals(id))
        .filter(incident::mayTell)
        .findFirst();
  }
}
