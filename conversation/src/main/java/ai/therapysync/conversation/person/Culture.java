package ai.therapysync.conversation.person;

import ai.therapysync.crisis.language.Language;
import java.util.List;
import java.util.Optional;

/** A person's {@code user_cultural_profiles} row, or what its column defaults say. */
public record Culture(
    Optional<Language> primaryLanguage,
    String background,
    String familyStructure,
    String communicationStyle,
    boolean religiousConsiderations,
    String religiousDetails,
    List<String> approachPreferences,
    List<String> sensitivities) {
  public Culture {
    approachPreferences = List.copyOf(approachPreferences);
    sensitivities = List.copyOf(sensitivities);
  }

  /** What the column defaults say. */
  public static Culture standard() {
    return new Culture(
        Optional.empty(), "", "individual", "direct", false, "", List.of(), List.of());
  }
}
