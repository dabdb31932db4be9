package ai.therapysync.gateway.console.analytics;

import ai.therapysync.gateway.console.page.Answer;
import ai.therapysync.gateway.console.page.ConsolePage;
import ai.therapysync.gateway.console.page.Csv;
import ai.therapysync.gateway.console.page.Section;
import ai.therapysync.gateway.console.page.Visit;
import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.access.Callers;
import ai.therapysync.persistence.figures.DayView;
import ai.therapysync.persistence.figures.Days;
import ai.therapysync.persistence.figures.Figure;
import ai.therapysync.persistence.figures.HourView;
import ai.therapysync.persistence.figures.Span;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Figures over time, for who may see them: nobody's name, nobody's row. */
public final class AnalyticsPage implements ConsolePage {
  private static final List<Figure> PLATFORM =
      List.of(
          Figure.ACTIVE_PEOPLE,
          Figure.SIGNUPS,
          Figure.SESSIONS,
          Figure.SESSION_LENGTH,
          Figure.QUESTIONNAIRES,
          Figure.CRISES);

  private static final List<Figure> BEHAVIOR =
      List.of(
          Figure.ALL_PEOPLE,
          Figure.ALL_MINUTES,
          Figure.ALL_MOOD_ENTRIES,
          Figure.ALL_MOOD,
          Figure.ALL_GOALS_COMPLETED,
          Figure.ALL_RETENTION);

  private final Callers callers;
  private final InstantSource clock;

  /** With whose rights it reads, and what day it is. */
  public AnalyticsPage(Callers callers, InstantSource clock) {
    this.callers = callers;
    this.clock = clock;
  }

  /** What the page shows. */
  public record Model(Board board, Period period, Shown shown, Optional<DayView.Made> made) {}

  @Override
  public Section section() {
    return Section.ANALYTICS;
  }

  @Override
  public void mount(Routes routes) {
    for (Board board : Board.values()) {
      routes.get(board.path(), visit -> show(visit, board));
      routes.get(board.file(), visit -> download(visit, board));
    }
  }

  private Answer show(Visit visit, Board board) {
    Period period = Period.of(visit.search(), clock.instant());
    return callers.acting(
        visit.caller(),
        visit.origin(),
        acting -> {
          Shown shown =
              period.span().map(span -> shown(acting, board, span)).orElse(Shown.nothing());
          return page(new Model(board, period, shown, DayView.made(acting)));
        });
  }

  private static Answer.Page page(Model model) {
    return Answer.page(Section.ANALYTICS, "Analytics", "analytics/page", Map.of("model", model))
        .status(model.period().form().isValid() ? 200 : 422);
  }

  private static Shown shown(Acting acting, Board board, Span span) {
    return switch (board) {
      case PLATFORM ->
          DayCharts.shown(
              DayView.platform(acting, span), DayView.platform(acting, span.before()), PLATFORM);
      case BEHAVIOR ->
          DayCharts.shown(
              DayView.behavior(acting, span), DayView.behavior(acting, span.before()), BEHAVIOR);
      case PERFORMANCE ->
          new HourCharts(span)
              .shown(HourView.points(acting, span), HourView.points(acting, span.before()));
    };
  }

  private Answer download(Visit visit, Board board) {
    Period period = Period.of(visit.search(), clock.instant());
    if (period.span().isEmpty()) {
      return page(new Model(board, period, Shown.nothing(), Optional.empty()));
    }
    Span span = period.span().get();
    return callers.acting(
        visit.caller(),
        visit.origin(),
        acting -> {
          DayView.noteExport(acting, board.table(), Optional.empty());
          return new Answer.Download(
              Csv.TYPE, fileName(board.table(), span), content(visit, acting, board, span));
        });
  }

  /** A name that sorts by its days. */
  public static String fileName(String table, Span span) {
    return "%s_%s_%s.csv".formatted(table, span.first(), span.last());
  }

  /** Days are few, and read at once; hours are read some at a time, while they are written. */
  private Answer.Content content(Visit visit, Acting acting, Board board, Span span) {
    return switch (board) {
      case PLATFORM -> file(DayView.platform(acting, span));
      case BEHAVIOR -> file(DayView.behavior(acting, span));
      case PERFORMANCE -> new HourFile(callers, visit.caller(), visit.origin(), span)::writeTo;
    };
  }

  private static Answer.Content file(Days days) {
    return writer -> DayCharts.write(days, writer);
  }
}
