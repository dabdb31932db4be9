package ai.therapysync.conversation.reply;

import ai.therapysync.conversation.person.Culture;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a person's cultural profile asks of us, apart from the approaches that it prefers.
 *
 * @param indirect whether questions are softened
 * @param formal whether jokes are out of place
 * @param hasRoots whether a background is written down, so that one may ask how things are seen
 *     there
 * @param faith empty where religion is not spoken of; their own words for it, or none
 * @param spared words that we don't bring up
 */
record Customs(
    boolean indirect,
    boolean formal,
    Family family,
    boolean hasRoots,
    Optional<String> faith,
    List<String> spared) {
  private static final List<String> INDIRECT =
      List.of(
          "indirect",
          "indirekt",
          "indireto",
          "indireta",
          "implicit",
          "high context",
          "subtle",
          "间 接",
          "含 蓄",
          "委 婉",
          "परोक्ष",
          "غير مباشر");

  private static final List<String> FORMAL =
      List.of("formal", "formel", "formell", "formlich", "respectful", "正 式", "औपचारिक", "رسمي");

  private static final Set<String> NOTHING =
      Set.of("", "none", "unknown", "unspecified", "not specified", "n a", "prefer not to say");

  static Customs of(Culture culture) {
    String style = Wording.words(culture.communicationStyle());
    return new Customs(
        isNamed(INDIRECT, style),
        isNamed(FORMAL, style),
        Family.of(culture.familyStructure()),
        says(culture.background()),
        culture.religiousConsiderations()
            ? Optional.of(says(culture.religiousDetails()) ? culture.religiousDetails() : "")
            : Optional.empty(),
        Spared.of(culture.sensitivities()));
  }

  private static boolean isNamed(List<String> names, String words) {
    return names.stream().anyMatch(name -> words.contains(" " + name));
  }

  private static boolean says(String written) {
    return !NOTHING.contains(Wording.words(written).strip());
  }

  @Override
  public String toString() {
    return "Customs[private]";
  }
}
