package ai.therapysync.gateway.console.analytics;

import ai.therapysync.gateway.console.page.Csv;
import ai.therapysync.persistence.access.Caller;
import ai.therapysync.persistence.access.Callers;
import ai.therapysync.persistence.audit.Origin;
import ai.therapysync.persistence.figures.HourView;
import ai.therapysync.persistence.figures.HourView.Place;
import ai.therapysync.persistence.figures.Span;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All measurements of a span as a file. They are read some at a time with the caller's rights, so
 * that somebody who takes them slowly holds no connection.
 */
record HourFile(Callers callers, Caller caller, Origin origin, Span span) {
  private static final int AT_A_TIME = 5_000;

  void writeTo(Writer writer) throws IOException {
    Csv csv = new Csv(writer);
    csv.row(
        Stream.of("recorded_at", "metric_type", "metric_value", "unit", "count")
            .map(Csv::text)
            .toList());
    Place place = Place.before(span);
    List<HourView.Row> rows;
    do {
      Place after = place;
      rows =
          callers.acting(caller, origin, acting -> HourView.rows(acting, span, after, AT_A_TIME));
      for (HourView.Row row : rows) {
        csv.row(cells(row));
        place = new Place(row.recordedAt(), row.id());
      }
    } while (rows.size() == AT_A_TIME);
  }

  private static List<Csv.Cell> cells(HourView.Row row) {
    return List.of(
        Csv.text(row.recordedAt().toString()),
        Csv.text(row.metric()),
        Csv.figure(Optional.of(row.value())),
        Csv.text(row.unit().orElse("")),
        Csv.figure(Optional.of(BigDecimal.valueOf(row.of()))));
  }
}
