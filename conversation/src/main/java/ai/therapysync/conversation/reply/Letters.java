package ai.therapysync.conversation.reply;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Brings what people spell in more than one way in Hindi and Arabic into one form; other scripts
 * stay as they are.
 */
final class Letters {
  private record Rule(Pattern pattern, String replacement) {
    static Rule of(String pattern, String replacement) {
      return new Rule(Pattern.compile(pattern), replacement);
    }
  }

  /** A letter that is held ("nooo") says no more than the letter. */
  private static final Rule HELD = Rule.of("([\\p{IsDevanagari}\\p{IsArabic}])\\1{2,}", "$1");

  private static final List<Rule> DEVANAGARI =
      List.of(
          HELD,
          // The dot below (zaroor) and the breath (duhkh) are often left out.
          Rule.of("[\\u093C\\u0903]", ""),
          // A nasal is a moon and dot, a dot, or half a letter of the next one's row.
          Rule.of("\\u0901", "\u0902"),
          Rule.of(
              "(?:\\u0919\\u094D(?=[\\u0915-\\u0918])|\\u091E\\u094D(?=[\\u091A-\\u091D])"
                  + "|\\u0923\\u094D(?=[\\u091F-\\u0922])|\\u0928\\u094D(?=[\\u0924-\\u0927])"
                  + "|\\u092E\\u094D(?=[\\u092A-\\u092D]))",
              "\u0902"),
          // At the end of a word it is forgotten as often as written.
          Rule.of("\\u0902(?= )", ""),
          // gayi and gaee, chahiye and chahie
          Rule.of("(?<!\\u094D)\\u092F\\u0940", "\u0908"),
          Rule.of("(?<!\\u094D)\\u092F\\u0947", "\u090F"));

  private static final List<Rule> ARABIC =
      List.of(
          // Vowel marks, the hamza and the lengthening stroke
          Rule.of("[\\u0610-\\u061A\\u0621\\u0640\\u064B-\\u065F\\u0670\\u06D6-\\u06ED]", ""),
          HELD,
          Rule.of("\\u0671", "\u0627"),
          // Final ya without dots, final ta as ha, and the letters of Persian keyboards
          Rule.of("[\\u0649\\u06CC]", "\u064A"),
          Rule.of("\\u0629", "\u0647"),
          Rule.of("\\u06A9", "\u0643"),
          // The article, with what is written onto it; "my parents" only looks like "and the ..."
          Rule.of(
              " (?!\\u0648\\u0627\\u0644\\u062F"
                  + "(?:\\u064A|\\u064A\\u0627|\\u064A\\u0646|\\u064A\\u0647|\\u064A\\u0643"
                  + "|\\u062A\\p{L}{1,3}|\\u0647|\\u0647\\u0627|\\u0643|\\u0646\\u0627"
                  + "|\\u0647\\u0645)? )"
                  + "(?:[\\u0648\\u0641]?[\\u0628\\u0643\\u0639\\u0647]?\\u0627\\u0644"
                  + "|[\\u0648\\u0641]?\\u0644\\u0644)(?=\\p{L}{3})",
              " "));

  private static final Pattern HAS_DEVANAGARI = Pattern.compile("\\p{IsDevanagari}");
  private static final Pattern HAS_ARABIC = Pattern.compile("\\p{IsArabic}");

  private static final int TELLING = 4;
  private static final int TELLING_WITHOUT_VOWELS = 3;

  private Letters() {}

  /**
   * One spelling of the words.
   *
   * @param words decomposed (NFD), with one space before, between and after them
   */
  static String folded(String words) {
    String folded = HAS_DEVANAGARI.matcher(words).find() ? apply(DEVANAGARI, words) : words;
    return HAS_ARABIC.matcher(folded).find() ? apply(ARABIC, folded) : folded;
  }

  /** Whether a word is long enough to tell something: shorter where vowels are mere marks. */
  static boolean isLong(String word) {
    boolean terse = HAS_DEVANAGARI.matcher(word).find() || HAS_ARABIC.matcher(word).find();
    return word.length() >= (terse ? TELLING_WITHOUT_VOWELS : TELLING);
  }

  /**
   * A word of ours in the forms in which they may write it: in Arabic "your sister" is one word,
   * their "my sister" another, and "and my sister" a third.
   */
  static Stream<String> asTheySayIt(String word) {
    if (!HAS_ARABIC.matcher(word).find()) {
      return Stream.of(word);
    }
    Stream<String> mine =
        word.endsWith("\u0643")
            ? Stream.of(word.substring(0, word.length() - 1) + "\u064A")
            : Stream.empty();
    return Stream.concat(Stream.of(word), mine).flatMap(it -> Stream.of(it, "\u0648" + it));
  }

  private static String apply(List<Rule> rules, String words) {
    String applied = words;
    for (Rule rule : rules) {
      applied = rule.pattern().matcher(applied).replaceAll(rule.replacement());
    }
    return applied;
  }
}
