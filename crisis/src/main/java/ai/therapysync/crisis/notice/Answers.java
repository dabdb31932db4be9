package ai.therapysync.crisis.notice;

import ai.therapysync.crisis.safety.ExactWord;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads contacts' replies: {@code 1}, {@code 2}, either with a code letter, or exactly one of the
 * words in {@code answers.properties}.
 */
public final class Answers {
  private static final Pattern DIGIT = Pattern.compile("([12]) ?([a-z]?)");

  private final Map<String, String> meanings;

  private Answers(Map<String, String> meanings) {
    this.meanings = meanings;
  }

  /** Reads the words that come with the program. */
  public static Answers load() {
    return new Answers(ExactWord.load(Answers.class, "answers.properties"));
  }

  /** What a reply says. */
  public Answer read(String text) {
    String word = ExactWord.of(text);
    Matcher digit = DIGIT.matcher(word);
    if (digit.matches()) {
      Optional<String> code =
          Optional.of(digit.group(2).toUpperCase(Locale.ROOT)).filter(letter -> !letter.isEmpty());
      return digit.group(1).equals("1") ? new Answer.Yes(code) : new Answer.No(code);
    }
    return switch (meanings.getOrDefault(word, "")) {
      case "yes" -> new Answer.Yes(Optional.empty());
      case "no" -> new Answer.No(Optional.empty());
      default -> new Answer.Other();
    };
  }
}
