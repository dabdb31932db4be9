package ai.therapysync.conversation.reply;

import ai.therapysync.crisis.language.Language;
import com.ibm.icu.text.Transliterator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Brings the spellings that a language has for the same words into one. */
final class Spelling {
  private Spelling() {}

  /** How words in the form in which texts are compared are spelt, before phrases are sought. */
  static UnaryOperator<String> of(Language language) {
    return switch (language) {
      case GERMAN -> Spelling::german;
      case CHINESE -> chinese();
      case ENGLISH, SPANISH, PORTUGUESE, FRENCH, HINDI, ARABIC -> UnaryOperator.identity();
    };
  }

  /** Umlauts have lost their dots already; who has none on the keyboard writes an e instead. */
  private static String german(String words) {
    return words.replace("ae", "a").replace("oe", "o").replace("ue", "u");
  }

  /** Traditional characters become simplified ones, each on its own. */
  private static UnaryOperator<String> chinese() {
    Map<Integer, String> simplified = simplified();
    return words -> {
      StringBuilder spelt = new StringBuilder(words.length());
      words.codePoints()
          .forEach(it -> spelt.append(simplified.getOrDefault(it, Character.toString(it))));
      return spelt.toString();
    };
  }

  private static Map<Integer, String> simplified() {
    Transliterator simplify = Transliterator.getInstance("Traditional-Simplified");
    Map<Integer, String> simplified = new HashMap<>(Map.of(0x59B3, "\u4F60", 0x8457, "\u7740"));
    for (int character = 0x4E00; character <= 0x9FFF; character++) {
      String written = Character.toString(character);
      String other = simplify.transliterate(written);
      if (!other.equals(written)) {
        simplified.putIfAbsent(character, other);
      }
    }
    return simplified;
  }
}
