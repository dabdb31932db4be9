package ai.therapysync.conversation.hours;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * When answers are written: from {@code start} to {@code end} every day in {@code zone}, overnight
 * when the end is earlier than the start; without a range, or with an empty one, always.
 */
public record BusinessHours(Optional<Range> range, ZoneId zone) {
  /** A daily range of local times; the end is not part of it. */
  public record Range(LocalTime start, LocalTime end) {}

  /** Open at any hour. */
  public static BusinessHours always() {
    return new BusinessHours(Optional.empty(), ZoneOffset.UTC);
  }

  /** Whether answers are written at that instant. */
  public boolean isOpen(Instant at) {
    return range.map(hours -> contains(hours, at.atZone(zone).toLocalTime())).orElse(true);
  }

  /** The next instant at which it is open: {@code at} itself when it is open then. */
  public Instant nextOpening(Instant at) {
    if (isOpen(at)) {
      return at;
    }
    LocalTime start = range.orElseThrow().start();
    ZonedDateTime local = at.atZone(zone);
    ZonedDateTime today = local.with(start);
    ZonedDateTime next =
        today.isAfter(local) ? today : local.toLocalDate().plusDays(1).atTime(start).atZone(zone);
    return next.toInstant();
  }

  private static boolean contains(Range hours, LocalTime time) {
    LocalTime start = hours.start();
    LocalTime end = hours.end();
    if (start.equals(end)) {
      return true;
    }
    boolean afterStart = !time.isBefore(start);
    boolean beforeEnd = time.isBefore(end);
    return start.isBefore(end) ? afterStart && beforeEnd : afterStart || beforeEnd;
  }
}
