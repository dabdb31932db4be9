package ai.therapysync.conversation.reply;

import ai.therapysync.crisis.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Brings the spellings that a language has for the same words into one. */
final class Spelling {
  private static final String TRADITIONAL = "traditional_zh.txt";

  private Spelling() {}

  /** How words in the form in which texts are compared are spelt, before phrases are sought. */
  static UnaryOperator<String> of(Language language) {
    return switch (language) {
      case GERMAN -> Spelling::german;
      case CHINESE -> chinese(simplified());
      case ENGLISH, SPANISH, PORTUGUESE, FRENCH, HINDI, ARABIC -> UnaryOperator.identity();
    };
  }

  /** Umlauts have lost their dots already; who has none on the keyboard writes an e instead. */
  private static String german(String words) {
    return words.replace("ae", "a").replace("oe", "o").replace("ue", "u");
  }

  /** Traditional characters become simplified ones, each on its own. */
  private static UnaryOperator<String> chinese(Map<Integer, Integer> simplified) {
    return words ->
        words
            .codePoints()
            .map(character -> simplified.getOrDefault(character, character))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  private static Map<Integer, Integer> simplified() {
    Map<Integer, Integer> simplified = new HashMap<>();
    text()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .flatMap(line -> Arrays.stream(line.split(" ")))
        .map(pair -> pair.codePoints().toArray())
        .forEach(pair -> simplified.put(pair[0], pair[1]));
    return Map.copyOf(simplified);
  }

  private static String text() {
    try (InputStream in = Spelling.class.getResourceAsStream(TRADITIONAL)) {
      if (in == null) {
        throw new IllegalStateException("The pairs " + TRADITIONAL + " are missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The pairs " + TRADITIONAL + " can't be read", e);
    }
  }
}
