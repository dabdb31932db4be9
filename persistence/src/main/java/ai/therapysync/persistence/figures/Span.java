package ai.therapysync.persistence.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Days in a row, both ends included; days are UTC's. */
public record Span(LocalDate first, LocalDate last) {
  /** Two years; nothing is kept or plotted for longer. */
  public static final int LONGEST = 731;

  public Span {
    if (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) >= LONGEST) {
      throw new IllegalArgumentException("A span has 1 to " + LONGEST + " days");
    }
  }

  /** So many days up to this one. */
  public static Span upTo(LocalDate last, int days) {
    return new Span(last.minusDays(days - 1L), last);
  }

  public int days() {
    return (int) ChronoUnit.DAYS.between(first, last) + 1;
  }

  /** As many days that end where this span begins. */
  public Span before() {
    return upTo(first.minusDays(1), days());
  }

  Instant begins() {
    return first.atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  Instant ends() {
    return last.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}
