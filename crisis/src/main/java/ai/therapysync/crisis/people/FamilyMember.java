package ai.therapysync.crisis.people;

import ai.therapysync.crisis.risk.PersonId;
import java.util.Optional;

/** Someone of a household who is told of a member's danger. Private: never printed. */
public record FamilyMember(PersonId id, Optional<EmailAddress> email, Optional<PhoneNumber> phone) {
  /** Whether a contact has this member's number or address. */
  public boolean is(EmergencyContact contact) {
    return (phone.isPresent() && phone.equals(contact.phone()))
        || (email.isPresent() && email.equals(contact.email()));
  }

  @Override
  public String toString() {
    return "FamilyMember[" + id + "]";
  }
}
