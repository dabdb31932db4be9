package ai.therapysync.conversation.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import java.util.stream.Stream;

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
    return Stream.concat(starts(at.atZone(zone).toLocalDate(), start), changes(at))
        .filter(opening -> opening.isAfter(at) && isOpen(opening))
        .min(Instant::compareTo)
        .orElseThrow();
  }

  /** Where clocks are set back a start can come twice a day, so both are looked at. */
  private Stream<Instant> starts(LocalDate today, LocalTime start) {
    return Stream.of(today, today.plusDays(1), today.plusDays(2))
        .map(day -> day.atTime(start).atZone(zone))
        .flatMap(time -> Stream.of(time, time.withLaterOffsetAtOverlap()))
        .map(ZonedDateTime::toInstant);
  }

  /** Where clocks are set forward over the start, it opens at the change itself. */
  private Stream<Instant> changes(Instant at) {
    return Optional.ofNullable(zone.getRules().nextTransition(at))
        .map(ZoneOffsetTransition::getInstant)
        .stream();
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
