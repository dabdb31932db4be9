package ai.therapysync.conversation.practice.goal;

import ai.therapysync.conversation.occasion.Commands;
import ai.therapysync.conversation.occasion.Commands.Command;
import ai.therapysync.crisis.language.Language;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a day to come as people write it: "by Friday", "until 12 March", "in two weeks". */
final class DateReader {
  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
  private static final Pattern FIGURES =
      Pattern.compile("(?<!\\d)(\\d{1,2})[./-](\\d{1,2})(?:[./-](\\d{4}|\\d{2}))?\\.?(?!\\d)");
  private static final Pattern CHINESE =
      Pattern.compile("(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})[日号]?");
  private static final Pattern DAY = Pattern.compile("(?<!\\d)(\\d{1,2})(?!\\d)");
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(20\\d{2})(?!\\d)");

  private final Commands phrases = Commands.load(DateReader.class, "dates");
  private final DayNames names = new DayNames();

  /** What stands beside a date in a text, and the date. Private: never printed. */
  record Dated(String rest, Optional<LocalDate> date) {
    @Override
    public String toString() {
      return "Dated[private]";
    }
  }

  /**
   * Takes the date off a text that ends or begins with one.
   *
   * @param region where day and month stand the other way round: {@code US}
   */
  Dated split(String text, Language language, String region, LocalDate today) {
    String latin = Figures.latin(text);
    return phrases
        .find(latin, language)
        .filter(found -> found.name().equals("tail") || found.name().equals("head"))
        .flatMap(found -> dated(found, language, region, today))
        .orElseGet(() -> new Dated(text, Optional.empty()));
  }

  private Optional<Dated> dated(Command found, Language language, String region, LocalDate today) {
    boolean tail = found.name().equals("tail");
    Optional<String> rest = found.group(tail ? 1 : 2);
    return found
        .group(tail ? 2 : 1)
        .flatMap(date -> read(date, language, region, today))
        .flatMap(date -> rest.map(words -> new Dated(words, Optional.of(date))));
  }

  /** The day that a text names; empty when it names none, or one that is over. */
  Optional<LocalDate> read(String text, Language language, String region, LocalDate today) {
    String latin = Figures.latin(text);
    return Stream.<Optional<LocalDate>>of(
            phrases.find(latin, language).flatMap(found -> relative(found, today)),
            ISO.matcher(latin).results().findFirst().flatMap(found -> date(found, 1, 2, 3, today)),
            chinese(latin, today),
            named(latin, language, today),
            figures(latin, language, region, today))
        .flatMap(Optional::stream)
        .filter(date -> !date.isBefore(today) && date.isBefore(today.plusYears(20)))
        .findFirst();
  }

  private static Optional<LocalDate> relative(Command found, LocalDate today) {
    long number = found.group(1).flatMap(Figures::read).orElse(1L);
    return Optional.ofNullable(
        switch (found.name()) {
          case "today" -> today;
          case "tomorrow" -> today.plusDays(1);
          case "day_after" -> today.plusDays(2);
          case "two_days" -> today.plusDays(2);
          case "two_weeks" -> today.plusWeeks(2);
          case "two_months" -> today.plusMonths(2);
          case "days" -> today.plusDays(number);
          case "weeks" -> today.plusWeeks(number);
          case "months" -> today.plusMonths(number);
          case "end_of_week" -> today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
          case "end_of_next_week" ->
              today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).plusDays(6);
          case "end_of_month" -> today.with(TemporalAdjusters.lastDayOfMonth());
          case "end_of_next_month" -> today.plusMonths(1).with(TemporalAdjusters.lastDayOfMonth());
          case "end_of_year" -> today.with(TemporalAdjusters.lastDayOfYear());
          default -> null;
        });
  }

  private static Optional<LocalDate> chinese(String text, LocalDate today) {
    return CHINESE
        .matcher(text)
        .results()
        .findFirst()
        .flatMap(found -> date(found, 1, 2, 3, today));
  }

  /** "12 March", "March 12th, 2027", "March", "Friday". */
  private Optional<LocalDate> named(String text, Language language, LocalDate today) {
    Optional<Integer> month = names.month(text, language);
    if (month.isPresent()) {
      String beside = text.replaceAll("\\d{1,2}月", " ");
      Optional<Integer> day = DAY.matcher(beside).results().findFirst().map(DateReader::number);
      Optional<Integer> year = YEAR.matcher(text).results().findFirst().map(DateReader::number);
      return day.map(number -> next(year, month.get(), number, today))
          .orElseGet(() -> endOf(month.get(), year, today));
    }
    return names
        .weekday(text, language)
        .map(weekday -> today.with(TemporalAdjusters.next(weekday)));
  }

  private static Optional<LocalDate> endOf(int month, Optional<Integer> year, LocalDate today) {
    return next(year, month, 1, today.withDayOfMonth(1))
        .map(first -> first.with(TemporalAdjusters.lastDayOfMonth()));
  }

  private static Optional<LocalDate> figures(
      String text, Language language, String region, LocalDate today) {
    boolean monthFirst = language == Language.ENGLISH && region.equals("US") && !text.contains(".");
    return FIGURES
        .matcher(text)
        .results()
        .findFirst()
        .flatMap(found -> monthFirst ? date(found, 3, 1, 2, today) : date(found, 3, 2, 1, today));
  }

  private static Optional<LocalDate> date(
      MatchResult found, int year, int month, int day, LocalDate today) {
    Optional<Integer> written =
        Optional.ofNullable(found.group(year))
            .map(Integer::valueOf)
            .map(number -> number < 100 ? 2000 + number : number);
    return next(
        written, Integer.parseInt(found.group(month)), Integer.parseInt(found.group(day)), today);
  }

  /** Without a year it is the next such day. */
  private static Optional<LocalDate> next(
      Optional<Integer> year, int month, int day, LocalDate today) {
    List<Integer> years = year.map(List::of).orElse(List.of(today.getYear(), today.getYear() + 1));
    return years.stream()
        .flatMap(one -> day(one, month, day).stream())
        .filter(date -> !date.isBefore(today))
        .findFirst();
  }

  private static Optional<LocalDate> day(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Integer number(MatchResult found) {
    return Integer.valueOf(found.group(1));
  }
}
