package ai.therapysync.crisis.people;

import ai.therapysync.crisis.risk.PersonId;
import java.util.Optional;

/** Someone of a household who is told of a member's danger. Private: never printed. */
public record FamilyMember(PersonId id, Optional<EmailAddress> email, Optional<PhoneNumber> phone) {
  @Override
  public String toString() {
    return "FamilyMember[" + id + "]";
  }
}
