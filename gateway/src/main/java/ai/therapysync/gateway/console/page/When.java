package ai.therapysync.gateway.console.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times in words. */
public final class When {
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private When() {}

  /** To the minute, in UTC; a script puts the reader's own zone in its place. */
  public static String exact(Instant time) {
    return DAY_AND_TIME.format(time);
  }

  /** How long ago. */
  public static String ago(Instant then, Instant now) {
    Duration age = Duration.between(then, now);
    return age.compareTo(Duration.ofSeconds(10)) < 0 ? "just now" : span(age) + " ago";
  }

  /** A length of time by its largest unit or two. */
  public static String span(Duration time) {
    if (time.compareTo(Duration.ofMinutes(1)) < 0) {
      return Math.max(0, time.toSeconds()) + " s";
    }
    if (time.compareTo(Duration.ofHours(1)) < 0) {
      return time.toMinutes() + " min";
    }
    if (time.compareTo(Duration.ofDays(1)) < 0) {
      return time.toHours() + " h " + time.toMinutesPart() + " min";
    }
    return time.toDays() == 1 ? "1 day" : time.toDays() + " days";
  }
}
