package ai.therapysync.conversation.reply;

import ai.therapysync.crisis.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
  private static UnaryOperator<String> chinese(char[] simplified) {
    return words -> {
      char[] spelt = words.toCharArray();
      for (int i = 0; i < spelt.length; i++) {
        spelt[i] = simplified[spelt[i]];
      }
      return new String(spelt);
    };
  }

  /** For every character the one that it is sought as; all but the listed ones stay. */
  private static char[] simplified() {
    char[] simplified = new char[Character.MAX_VALUE + 1];
    for (int character = 0; character < simplified.length; character++) {
      simplified[character] = (char) character;
    }
    text()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .flatMap(line -> Arrays.stream(line.split(" ")))
        .forEach(pair -> simplified[pair.charAt(0)] = pair.charAt(1));
    return simplified;
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
