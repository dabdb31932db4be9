package ai.therapysync.conversation.reply;

import ai.therapysync.conversation.delivery.Gsm;
import java.text.Normalizer;
import java.util.Locale;

/** Brings texts into the one form in which they are compared. */
final class Wording {
  private Wording() {}

  /** Lower-case words without accents and apostrophes, one space around each of them. */
  static String words(String text) {
    String plain = Gsm.plain(text).toLowerCase(Locale.ROOT).replace("'", "");
    String bare =
        Normalizer.normalize(plain, Normalizer.Form.NFD).replaceAll("[\\u0300-\\u036f]", "");
    return " " + bare.replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip() + " ";
  }

  /** Whether there is anything in it that can be read. */
  static boolean hasWords(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }
}
