package ai.therapysync.crisis.risk;

import java.util.UUID;

/** The id of a person in therapy: {@code profiles.id}, which is {@code auth.users.id}. */
public record PersonId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
