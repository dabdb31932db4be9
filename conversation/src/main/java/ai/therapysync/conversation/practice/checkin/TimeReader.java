package ai.therapysync.conversation.practice.checkin;

import ai.therapysync.conversation.occasion.Commands;
import ai.therapysync.crisis.language.Language;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a time of day as people write it: "8 pm", "20:30", "um 8 abends", "晚上8点". */
final class TimeReader {
  private static final Pattern CLOCK =
      Pattern.compile("(?<!\\d)(\\d{1,2})(?: ?(?:[:.h]|点|時|घंटे) ?(\\d{2}|半)?)?(?!\\d)");
  private static final int EARLIEST_BARE_HOUR = 7;

  private final Commands parts = Commands.load(TimeReader.class, "times");

  /** The time; empty when the text names none. */
  Optional<LocalTime> read(String text, Language language) {
    String latin = latin(text).toLowerCase(Locale.ROOT);
    Optional<String> part = parts.find(latin, language).map(Commands.Command::name);
    Matcher clock = CLOCK.matcher(latin);
    if (clock.find()) {
      return time(clock.toMatchResult(), part, latin);
    }
    return part.map(TimeReader::usual);
  }

  private static Optional<LocalTime> time(MatchResult found, Optional<String> part, String text) {
    int hour = Integer.parseInt(found.group(1));
    Optional<String> written = Optional.ofNullable(found.group(2));
    int minute = written.map(it -> it.equals("半") ? 30 : Integer.parseInt(it)).orElse(0);
    if (hour > 24 || minute > 59) {
      return Optional.empty();
    }
    boolean precise = written.isPresent() || text.matches(".*\\d ?(?:uhr|h)\\b.*");
    return Optional.of(LocalTime.of(onClock(hour, part, precise) % 24, minute));
  }

  /** Without a word for the part of the day, a small hour alone is meant for the afternoon. */
  private static int onClock(int hour, Optional<String> part, boolean precise) {
    boolean morning = part.filter("morning"::equals).isPresent();
    boolean later = part.filter(name -> !name.equals("morning")).isPresent();
    if (morning) {
      return hour == 12 ? 0 : hour;
    }
    if (later && hour < 12) {
      return hour + 12;
    }
    boolean bare = part.isEmpty() && !precise && hour > 0 && hour < EARLIEST_BARE_HOUR;
    return bare ? hour + 12 : hour;
  }

  private static LocalTime usual(String part) {
    return switch (part) {
      case "morning" -> LocalTime.of(9, 0);
      case "noon" -> LocalTime.NOON;
      case "afternoon" -> LocalTime.of(15, 0);
      case "night" -> LocalTime.of(21, 0);
      default -> LocalTime.of(19, 0);
    };
  }

  private static String latin(String text) {
    return text.codePoints()
        .mapToObj(c ->
            Character.isDigit(c) ? Integer.toString(Character.digit(c, 10)) : Character.toString(c))
        .collect(Collectors.joining());
  }
}
