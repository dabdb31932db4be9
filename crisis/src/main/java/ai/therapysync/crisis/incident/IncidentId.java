package ai.therapysync.crisis.incident;

import java.util.UUID;

/** The id of a row of {@code crisis_interventions}. */
public record IncidentId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
