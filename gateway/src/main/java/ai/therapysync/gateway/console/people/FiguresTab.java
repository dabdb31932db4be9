package ai.therapysync.gateway.console.people;

import ai.therapysync.gateway.console.analytics.AnalyticsPage;
import ai.therapysync.gateway.console.analytics.DayCharts;
import ai.therapysync.gateway.console.analytics.Period;
import ai.therapysync.gateway.console.analytics.Shown;
import ai.therapysync.gateway.console.page.Answer;
import ai.therapysync.gateway.console.page.ConsolePage.Routes;
import ai.therapysync.gateway.console.page.Csv;
import ai.therapysync.gateway.console.page.Visit;
import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.figures.DayView;
import ai.therapysync.persistence.figures.Days;
import ai.therapysync.persistence.resources.Resource;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** What one person did, day by day, for who may see people and figures both. */
final class FiguresTab {
  private final Chart chart;
  private final InstantSource clock;

  FiguresTab(Chart chart, InstantSource clock) {
    this.chart = chart;
    this.clock = clock;
  }

  void mount(Routes routes) {
    routes.get(
        Tab.FIGURES.route(),
        visit ->
            chart.on(visit, Tab.FIGURES, (acting, person) -> show(acting, person, period(visit))));
    routes.get(
        Tab.FIGURES.route() + ".csv",
        visit ->
            chart.on(
                visit, Tab.FIGURES, (acting, person) -> download(acting, person, period(visit))));
  }

  private Period period(Visit visit) {
    return Period.of(visit.search(), clock.instant());
  }

  private static Answer show(Acting acting, Head person, Period period) {
    Optional<Shown> shown =
        period
            .span()
            .map(span -> DayView.person(acting, person.id(), span))
            .filter(days -> !days.isEmpty())
            .map(DayCharts::shown);
    return Chart.page(
            person,
            Tab.FIGURES,
            "figures",
            Map.of("period", period, "shown", shown, "made", DayView.made(acting)))
        .status(period.form().isValid() ? 200 : 422);
  }

  private static Answer download(Acting acting, Head person, Period period) {
    if (period.span().isEmpty()) {
      return show(acting, person, period);
    }
    Days days = DayView.person(acting, person.id(), period.span().get());
    DayView.noteExport(acting, Resource.USER_ANALYTICS.table(), Optional.of(person.id()));
    // The file's name says nothing of whose figures they are.
    return new Answer.Download(
        Csv.TYPE,
        AnalyticsPage.fileName("figures", period.span().get()),
        writer -> DayCharts.write(days, writer));
  }
}
