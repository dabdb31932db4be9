package ai.therapysync.conversation.memory;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way of saying that a name was taken down wrong: a line {@code swap} of {@code
 * learning_xx.txt}, in which {@code {right}} and {@code {wrong}} stand for the names. Without
 * {@code {wrong}} the name that sounds alike is meant.
 */
record NameSwap(Pattern pattern, boolean namesBoth) {
  private static final String NAME = "\\p{L}[\\p{L}\\p{M}'-]{1,19}?";

  /** Two names. Private: never printed. */
  record Names(String right, Optional<String> wrong) {
    @Override
    public String toString() {
      return "Names[private]";
    }
  }

  static NameSwap of(String line) {
    String pattern =
        line.replace("{right}", "(?<right>" + NAME + ")")
            .replace("{wrong}", "(?<wrong>" + NAME + ")");
    return new NameSwap(
        Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
        line.contains("{wrong}"));
  }

  /** The names, where the whole sentence says no more than that. */
  Optional<Names> heard(String sentence) {
    Matcher found = pattern.matcher(sentence);
    return found.matches()
        ? Optional.of(
            new Names(
                found.group("right"),
                namesBoth ? Optional.of(found.group("wrong")) : Optional.empty()))
        : Optional.empty();
  }
}
