package ai.therapysync.crisis.people;

import java.util.UUID;

/** The id of a row of {@code emergency_contacts}. */
public record ContactId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
