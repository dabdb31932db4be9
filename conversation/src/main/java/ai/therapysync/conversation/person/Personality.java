package ai.therapysync.conversation.person;

import java.util.List;
import java.util.Map;

/**
 * The voice that a person chose: a row of {@code therapist_personalities}, or the default one.
 *
 * @param id the row's id as text, or {@code default}
 * @param traits {@code personality_traits} as it stands: warmth, directness, humour, pace, …
 */
public record Personality(
    String id,
    String name,
    String title,
    String description,
    String approach,
    List<String> specialties,
    String communicationStyle,
    Map<String, String> traits,
    Map<String, String> effectivenessAreas) {
  public Personality {
    specialties = List.copyOf(specialties);
    traits = Map.copyOf(traits);
    effectivenessAreas = Map.copyOf(effectivenessAreas);
  }

  /** The voice of someone who has not chosen one. */
  public static Personality standard() {
    return new Personality(
        "default",
        "Sage",
        "AI companion",
        "A calm, attentive companion who listens first.",
        "person-centred",
        List.of(),
        "warm",
        Map.of(),
        Map.of());
  }
}
