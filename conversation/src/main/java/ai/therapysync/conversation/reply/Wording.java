package ai.therapysync.conversation.reply;

import ai.therapysync.conversation.delivery.Gsm;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;

/** Brings texts into the one form in which they are compared, and sentences into one text. */
final class Wording {
  /** "l'école" is two words, as "l ecole" is in a hurry; English contractions are one. */
  private static final Pattern ELISION =
      Pattern.compile("(?<![\\p{L}\\p{N}'])([cdjlmnst]|qu|jusqu|lorsqu|puisqu)'(?=\\p{L})");

  /** And the marks that join or part letters without being seen. */
  private static final Pattern ACCENT = Pattern.compile("[\\u0300-\\u036f\\u200c\\u200d]");

  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private Wording() {}

  /**
   * Lower-case words without accents, ligatures and apostrophes, one space around each of them.
   * Chinese is written without spaces: each of its characters is a word.
   */
  static String words(String text) {
    String lower = Gsm.plain(text).toLowerCase(Locale.ROOT);
    String plain =
        ELISION
            .matcher(lower)
            .replaceAll("$1 ")
            .replace("'", "")
            .replace("\u0153", "oe")
            .replace("\u00E6", "ae")
            .replace("\u00DF", "ss");
    String bare = ACCENT.matcher(Normalizer.normalize(plain, Normalizer.Form.NFD)).replaceAll("");
    String apart = CHINESE.matcher(bare).replaceAll(" $0 ");
    return Letters.folded(" " + BETWEEN_WORDS.matcher(apart).replaceAll(" ").strip() + " ");
  }

  /** How many words these are; two Chinese characters say about as much as one word. */
  static int count(String words) {
    return words.isBlank() ? 0 : words.strip().split(" ").length - chinese(words) / 2;
  }

  /** How long a text is to read and to send: a Chinese character says as much as two letters. */
  static int length(String text) {
    return text.length() + chinese(text);
  }

  /** One text of several sentences; after a Chinese one stands no space. */
  static String join(Collection<String> sentences) {
    StringBuilder joined = new StringBuilder();
    for (String sentence : sentences) {
      boolean apart = !joined.isEmpty() && !endsChinese(joined);
      joined.append(apart ? " " : "").append(sentence);
    }
    return joined.toString();
  }

  /** Whether there is anything in it that can be read. */
  static boolean hasWords(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  static boolean isChinese(int character) {
    return UnicodeScript.of(character) == UnicodeScript.HAN;
  }

  private static int chinese(String text) {
    return (int) text.codePoints().filter(Wording::isChinese).count();
  }

  /** Full-width marks bring their own space with them. */
  private static boolean endsChinese(CharSequence text) {
    int last = Character.codePointBefore(text, text.length());
    return isChinese(last) || "\u3002\uFF01\uFF1F\uFF1A\uFF1B\uFF0C".indexOf(last) >= 0;
  }
}
