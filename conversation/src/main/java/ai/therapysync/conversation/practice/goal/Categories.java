package ai.therapysync.conversation.practice.goal;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells by its words which category a goal is of. */
final class Categories {
  /** What isn't kept as a goal. */
  private static final String CARE = "care";

  private static final String NONE = "personal";

  private final Map<String, List<String>> rules = WordLists.named("categories.txt");

  /** The category's word; {@code personal} where no rule fits. */
  String of(String title) {
    return known(title).orElse(NONE);
  }

  /** The category by a rule; empty where none fits. */
  Optional<String> known(String title) {
    return find(title).filter(name -> !name.equals(CARE));
  }

  /** Whether counting days for it would do harm. */
  boolean isHarmful(String title) {
    return find(title).filter(CARE::equals).isPresent();
  }

  private Optional<String> find(String title) {
    String plain = " " + Figures.plain(title);
    return rules.entrySet().stream()
        .filter(rule -> rule.getValue().stream().anyMatch(word -> has(plain, word)))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static boolean has(String plain, String word) {
    boolean spaceless = word.codePoints().anyMatch(Character::isIdeographic);
    return plain.contains(spaceless ? word : " " + word);
  }
}
