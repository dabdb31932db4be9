package ai.therapysync.gateway.simulator.demo;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A {@code therapist_personalities} row. */
public record DemoPersonality(
    UUID id,
    String name,
    String title,
    String description,
    String approach,
    List<String> specialties,
    String communicationStyle,
    Map<String, String> traits,
    Map<String, String> effectivenessAreas,
    Look look) {
  public DemoPersonality {
    specialties = List.copyOf(specialties);
    traits = Map.copyOf(traits);
    effectivenessAreas = Map.copyOf(effectivenessAreas);
  }

  /** How the platform's pages show it. */
  public record Look(String colorScheme, String icon) {}
}
