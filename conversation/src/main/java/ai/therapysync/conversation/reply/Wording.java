package ai.therapysync.conversation.reply;

import ai.therapysync.conversation.delivery.Gsm;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Brings texts into the one form in which they are compared. */
final class Wording {
  /** "l'école" is two words, as "l ecole" is in a hurry; English contractions are one. */
  private static final Pattern ELISION =
      Pattern.compile("(?<![\\p{L}\\p{N}'])([cdjlmnst]|qu|jusqu|lorsqu|puisqu)'(?=\\p{L})");

  private static final Pattern ACCENT = Pattern.compile("[\\u0300-\\u036f]");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private Wording() {}

  /** Lower-case words without accents, ligatures and apostrophes, one space around each of them. */
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
    String bare =
        ACCENT.matcher(Normalizer.normalize(plain, Normalizer.Form.NFD)).replaceAll("");
    return " " + BETWEEN_WORDS.matcher(bare).replaceAll(" ").strip() + " ";
  }

  /** Whether there is anything in it that can be read. */
  static boolean hasWords(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }
}
