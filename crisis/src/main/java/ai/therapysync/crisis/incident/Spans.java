package ai.therapysync.crisis.incident;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people write them: {@code 90 s}, {@code 5 min}, {@code 1 h 30 min}. */
public final class Spans {
  private static final Pattern PART =
      Pattern.compile(
          "\\s*(\\d{1,6})\\s*(s|sec|secs|seconds?|m|min|mins|minutes?|h|hrs?|hours?|d|days?)\\b");

  private Spans() {}

  /** With its units, or as ISO-8601 has it ({@code PT5M}); empty where it is neither. */
  public static Optional<Duration> parse(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    return lower.startsWith("p") ? iso(lower) : parts(lower);
  }

  /** By its units, the largest first; whole seconds. */
  public static String words(Duration span) {
    StringBuilder words = new StringBuilder();
    append(words, span.toDays(), span.toDays() == 1 ? "day" : "days");
    append(words, span.toHoursPart(), "h");
    append(words, span.toMinutesPart(), "min");
    append(words, span.toSecondsPart(), "s");
    return words.isEmpty() ? "0 s" : words.toString();
  }

  private static Optional<Duration> iso(String text) {
    try {
      return Optional.of(Duration.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> parts(String text) {
    Matcher part = PART.matcher(text);
    Duration sum = Duration.ZERO;
    int end = 0;
    while (end < text.length()) {
      if (!part.find(end) || part.start() != end) {
        return Optional.empty();
      }
      sum = sum.plus(span(Long.parseLong(part.group(1)), part.group(2).charAt(0)));
      end = part.end();
    }
    return end == 0 ? Optional.empty() : Optional.of(sum);
  }

  private static Duration span(long amount, char unit) {
    return switch (unit) {
      case 's' -> Duration.ofSeconds(amount);
      case 'm' -> Duration.ofMinutes(amount);
      case 'h' -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  private static void append(StringBuilder words, long amount, String unit) {
    if (amount > 0) {
      words.append(words.isEmpty() ? "" : " ").append(amount).append(' ').append(unit);
    }
  }
}
