package ai.therapysync.gateway.channel;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads the header by which a provider says when it may be asked again. */
public final class RetryAfter {
  private RetryAfter() {}

  /** The time that is meant, seconds from now or a date; empty when it can't be read. */
  public static Optional<Instant> read(String header, Instant now) {
    String written = header.strip();
    try {
      return written.matches("[0-9]{1,6}")
          ? Optional.of(now.plusSeconds(Long.parseLong(written)))
          : Optional.of(
              ZonedDateTime.parse(written, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
