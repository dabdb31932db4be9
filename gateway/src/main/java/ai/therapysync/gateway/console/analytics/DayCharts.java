package ai.therapysync.gateway.console.analytics;

import ai.therapysync.gateway.console.page.Csv;
import ai.therapysync.persistence.figures.Days;
import ai.therapysync.persistence.figures.Figure;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Figures by day: as tiles, plots, a table, a file. */
public final class DayCharts {
  private DayCharts() {}

  /**
   * As a page shows them.
   *
   * @param before as many days before these
   * @param main those that stand large
   */
  static Shown shown(Days days, Days before, List<Figure> main) {
    return new Shown(
        main.stream().map(figure -> tile(figure, days, before)).toList(),
        plots(days),
        table(days),
        "");
  }

  /** Without a comparison: of one person. */
  public static Shown shown(Days days) {
    return new Shown(List.of(), plots(days), table(days), "");
  }

  /** As a file: a row a day, the earliest first, under the names of the columns. */
  public static void write(Days days, Writer writer) throws IOException {
    Csv csv = new Csv(writer);
    csv.row(
        Stream.concat(Stream.of("date"), days.figures().stream().map(Figure::column))
            .map(Csv::text)
            .toList());
    for (Days.Day day : days.days()) {
      csv.row(
          Stream.concat(
                  Stream.of(Csv.text(day.date().toString())),
                  days.figures().stream().map(figure -> Csv.figure(day.value(figure))))
              .toList());
    }
  }

  private static Shown.Tile tile(Figure figure, Days days, Days before) {
    Optional<BigDecimal> now = days.summary(figure);
    String change = Numbers.change(now, before.summary(figure), days.span().days());
    String each =
        figure.summary() == Figure.Summary.MEAN && figure != Figure.SESSION_LENGTH ? "a day, " : "";
    return new Shown.Tile(FigureWords.label(figure), Numbers.plain(now), each + change);
  }

  private static List<Plot> plots(Days days) {
    Map<LocalDate, Days.Day> byDate = new LinkedHashMap<>();
    days.days().forEach(day -> byDate.put(day.date(), day));
    List<LocalDate> dates = days.span().first().datesUntil(days.span().last().plusDays(1)).toList();
    List<Plot> plots = new ArrayList<>();
    for (Figure figure : days.figures()) {
      List<Plot.Point> points =
          dates.stream()
              .map(date ->
                  new Plot.Point(
                      date.toString(),
                      Optional.ofNullable(byDate.get(date)).flatMap(day -> day.value(figure))))
              .toList();
      plots.add(
          Plot.of(
              FigureWords.label(figure),
              FigureWords.meaning(figure),
              total(figure, days),
              points,
              new Plot.Manner(figure != Figure.TOTAL_PEOPLE, Numbers::plain)));
    }
    return plots;
  }

  private static String total(Figure figure, Days days) {
    String value = Numbers.plain(days.summary(figure));
    return switch (figure.summary()) {
      case TOTAL -> value + " in all";
      case MEAN -> value + " on average";
      case LATEST -> value + " at last";
    };
  }

  private static Shown.Table table(Days days) {
    return new Shown.Table(
        Stream.concat(Stream.of("Day"), days.figures().stream().map(FigureWords::label)).toList(),
        days.days().reversed().stream()
            .map(day ->
                Stream.concat(
                        Stream.of(Numbers.day(day.date())),
                        days.figures().stream().map(figure -> Numbers.plain(day.value(figure))))
                    .toList())
            .toList());
  }
}
