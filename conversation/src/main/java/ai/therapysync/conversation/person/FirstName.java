package ai.therapysync.conversation.person;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** How a person is addressed: the first word of the name they gave that is a name. */
public final class FirstName {
  private static final int LONGEST = 40;

  private static final Set<String> TITLES =
      Set.of("dr", "prof", "mr", "mrs", "ms", "miss", "mx", "sr", "sra", "srta", "herr", "frau");

  private FirstName() {}

  /**
   * Empty where there is no name: a number or a mail address in its place is nobody else's to see.
   * Never longer than a message can bear.
   */
  public static String of(String name) {
    List<String> words = Stream.of(name.strip().split("\\s+")).filter(FirstName::isName).toList();
    String first =
        words.stream()
            .filter(word -> !isTitle(word))
            .findFirst()
            .or(() -> words.stream().findFirst())
            .orElse("");
    return first.codePointCount(0, first.length()) <= LONGEST
        ? first
        : first.substring(0, first.offsetByCodePoints(0, LONGEST));
  }

  private static boolean isName(String word) {
    return word.codePoints().anyMatch(Character::isLetter) && word.indexOf('@') < 0;
  }

  private static boolean isTitle(String word) {
    return TITLES.contains(word.toLowerCase(Locale.ROOT).replace(".", ""));
  }
}
