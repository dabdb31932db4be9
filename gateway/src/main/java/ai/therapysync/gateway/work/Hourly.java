package ai.therapysync.gateway.work;

import ai.therapysync.persistence.figures.HourBook;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** The house's figures of each hour, once it is over and its receipts have come. */
public final class Hourly {
  private final HourBook book;
  private final InstantSource clock;

  /** With where they are written down. */
  public Hourly(HourBook book, InstantSource clock) {
    this.book = book;
    this.clock = clock;
  }

  /** When the next hour is to be measured; hours are UTC's, and all are as long. */
  static Instant next(Instant now) {
    return now.minus(HourBook.SETTLES)
        .truncatedTo(ChronoUnit.HOURS)
        .plus(Duration.ofHours(1))
        .plus(HourBook.SETTLES);
  }

  /**
   * Measures.
   *
   * @return when to come again
   */
  Instant work() {
    Instant now = clock.instant();
    book.measure(now);
    return next(now);
  }
}
