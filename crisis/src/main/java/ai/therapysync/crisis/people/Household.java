package ai.therapysync.crisis.people;

import java.util.List;
import java.util.UUID;

/** An active household of the person in danger, and who of it is told: never the person. */
public record Household(UUID id, List<FamilyMember> told) {
  public Household {
    told = List.copyOf(told);
  }
}
