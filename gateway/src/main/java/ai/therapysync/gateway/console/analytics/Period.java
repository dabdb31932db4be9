package ai.therapysync.gateway.console.analytics;

import ai.therapysync.gateway.console.page.Form;
import ai.therapysync.persistence.figures.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Which days somebody wants to look at: so many up to yesterday, or from one to another.
 *
 * @param span empty where what was typed makes none; the form says why
 * @param preset how many days, where one of the usual lengths was chosen
 */
public record Period(Form form, Optional<Span> span, Optional<Integer> preset, LocalDate today) {
  /** The usual lengths. */
  public static final List<Integer> PRESETS = List.of(7, 30, 90, 365);

  private static final int USUAL = 30;
  private static final String DATE = "A date, such as 2026-10-31";

  /** Reads the address's query. */
  public static Period of(Form form, Instant now) {
    LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
    if (form.value("from").isBlank() && form.value("until").isBlank()) {
      int days = form.parsed("days", "Choose 7, 30, 90 or 365", Period::preset).orElse(USUAL);
      return new Period(
          form,
          form.isValid() ? Optional.of(Span.upTo(today.minusDays(1), days)) : Optional.empty(),
          Optional.of(days),
          today);
    }
    return new Period(form, span(form, today), Optional.empty(), today);
  }

  private static Optional<Span> span(Form form, LocalDate today) {
    Optional<LocalDate> from = form.parsed("from", DATE, Period::day);
    Optional<LocalDate> until = form.parsed("until", DATE, Period::day);
    if (form.value("from").isBlank()) {
      form.error("from", "Say with which day it begins");
    }
    if (form.value("until").isBlank()) {
      form.error("until", "Say with which day it ends");
    }
    from.filter(day -> day.isAfter(today)).ifPresent(_ -> form.error("from", "Not after today"));
    until.filter(day -> day.isAfter(today)).ifPresent(_ -> form.error("until", "Not after today"));
    if (from.isPresent() && until.isPresent()) {
      check(form, from.get(), until.get());
    }
    return form.isValid() && from.isPresent() && until.isPresent()
        ? Optional.of(new Span(from.get(), until.get()))
        : Optional.empty();
  }

  private static void check(Form form, LocalDate from, LocalDate until) {
    if (until.isBefore(from)) {
      form.error("until", "It ends before it begins");
    }
    if (ChronoUnit.DAYS.between(from, until) >= Span.LONGEST) {
      form.error("until", "At most two years");
    }
  }

  /** What leads to the same days again. */
  public String query() {
    return preset
        .map(days -> "?days=" + days)
        .orElseGet(
            () -> span.map(days -> "?from=" + days.first() + "&until=" + days.last()).orElse(""));
  }

  /** Whether the last day is not over, so that it has no figures yet. */
  public boolean holdsToday() {
    return span.filter(days -> days.last().equals(today)).isPresent();
  }

  private static Optional<Integer> preset(String text) {
    return PRESETS.stream().filter(days -> days.toString().equals(text)).findFirst();
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() > 1999);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
