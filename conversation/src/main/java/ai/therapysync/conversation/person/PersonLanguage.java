package ai.therapysync.conversation.person;

import ai.therapysync.crisis.language.Language;
import java.util.Optional;

/** Which language a person is answered in. */
public final class PersonLanguage {
  private PersonLanguage() {}

  /**
   * The preferred language, unless that is the default {@code en} and the cultural profile says
   * otherwise. A language that we do not speak counts as not said.
   *
   * @param preferredLanguage {@code profiles.preferred_language}
   * @param primaryLanguage {@code user_cultural_profiles.primary_language}
   */
  public static Language choose(
      Optional<String> preferredLanguage, Optional<String> primaryLanguage) {
    return preferredLanguage
        .flatMap(Language::of)
        .filter(preferred -> preferred != Language.ENGLISH)
        .or(() -> primaryLanguage.flatMap(Language::of))
        .orElse(Language.ENGLISH);
  }

  /** A language tag that we do not speak, for the timeline; empty when it is spoken or absent. */
  public static Optional<String> unknown(Optional<String> tag) {
    return tag.map(String::strip).filter(t -> !t.isEmpty() && Language.of(t).isEmpty());
  }
}
