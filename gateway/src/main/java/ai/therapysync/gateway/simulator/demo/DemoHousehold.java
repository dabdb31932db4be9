package ai.therapysync.gateway.simulator.demo;

import java.util.List;
import java.util.UUID;

/** A {@code households} row with its accepted members. */
public record DemoHousehold(
    UUID id, String name, UUID primaryAccountHolder, String planType, List<Member> members) {
  public DemoHousehold {
    members = List.copyOf(members);
  }

  /** A {@code household_members} row whose invitation is accepted. */
  public record Member(
      UUID id,
      UUID userId,
      String memberType,
      boolean canViewProgress,
      boolean canViewMoodData,
      boolean canReceiveAlerts) {}
}
