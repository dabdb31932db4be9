package ai.therapysync.conversation.reply;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** Brings answers, and the expressions that they are searched for, into one form. */
final class PlainText {
  /**
   * Accents, Arabic vowel signs and the Devanagari dot, once they stand apart from their letters.
   */
  private static final Pattern SIGNS =
      Pattern.compile("[\\u0300-\\u036F\\u0640\\u064B-\\u065F\\u0670\\u093C]");

  private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");
  private static final Pattern GAPS = Pattern.compile("[\\p{Z}\\p{Cc}]+");
  private static final Pattern QUOTES = Pattern.compile("[\\u2018\\u2019\\u02BC\\u0060\\u00B4]");
  private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Hant-Hans");

  private PlainText() {}

  /** What an answer says, for a search. */
  static String of(String text) {
    String quoted = QUOTES.matcher(text).replaceAll("'");
    String seen = UNSEEN.matcher(letters(quoted)).replaceAll("");
    return GAPS.matcher(seen).replaceAll(" ").strip();
  }

  /** The same for an expression, whose signs between the letters stay as they are. */
  static String letters(String text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
    StringBuilder plain = new StringBuilder();
    SIGNS
        .matcher(apart)
        .replaceAll("")
        .codePoints()
        .map(PlainText::plain)
        .forEach(plain::appendCodePoint);
    boolean chinese = plain.codePoints().anyMatch(Character::isIdeographic);
    return chinese ? SIMPLIFIED.transliterate(plain.toString()) : plain.toString();
  }

  private static int plain(int letter) {
    return switch (letter) {
      case '\u0649' -> '\u064A';
      case '\u0901' -> '\u0902';
      case '\u061F' -> '?';
      case '\u060C' -> ',';
      default -> digit(letter);
    };
  }

  private static int digit(int letter) {
    return Character.getType(letter) == Character.DECIMAL_DIGIT_NUMBER
        ? '0' + Character.digit(letter, 10)
        : letter;
  }
}
