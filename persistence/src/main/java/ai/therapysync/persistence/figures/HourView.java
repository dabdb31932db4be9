package ai.therapysync.persistence.figures;

import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.access.Permission;
import ai.therapysync.persistence.database.Rows;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads the house's measurements, with the caller's rights: the gateway's own and others'. */
public final class HourView {
  /** So many days are shown hour by hour, more of them day by day. */
  public static final int BY_HOUR = 7;

  /** More points than this no plot shows; others may write any number of kinds. */
  private static final int MOST = 40_000;

  private static final String HOURS =
      """
      WITH measured AS (
      %s)
      SELECT metric_type, date_trunc('hour', at, 'UTC') AS at, %s
      FROM measured GROUP BY 1, 2 ORDER BY 1, 2 LIMIT :most
      """
          .formatted(MeasuredDays.MEASURED, MeasuredDays.SUMS);

  private static final String DAYS =
      """
      SELECT metric_type, date::timestamp AT TIME ZONE 'UTC' AS at, total, highest, mean, n
      FROM gateway.daily_performance WHERE date BETWEEN :first AND :last
      ORDER BY metric_type, date LIMIT :most
      """;

  private HourView() {}

  /**
   * A measurement of an hour, or what those of a day come to.
   *
   * @param at when the hour or the day began
   * @param mean of all that was counted, not of the hours
   * @param of how many were counted
   */
  public record Point(
      String metric, Instant at, BigDecimal total, BigDecimal highest, BigDecimal mean, long of) {}

  /** A row of the table. */
  public record Row(
      UUID id,
      String metric,
      BigDecimal value,
      Optional<String> unit,
      Instant recordedAt,
      long of) {}

  /** Where a reading goes on. */
  public record Place(Instant recordedAt, UUID id) {
    /** Before all of a span. */
    public static Place before(Span span) {
      return new Place(span.begins(), new UUID(-1L, -1L));
    }
  }

  /** By hour or by day, in the order of their kinds and times. */
  public static List<Point> points(Acting acting, Span span) {
    if (span.days() <= BY_HOUR) {
      return hours(acting.handle(), span);
    }
    return acting.caller().may(Permission.SEE_ANALYTICS)
        ? acting.asOwner(owner -> days(owner, span))
        : List.of();
  }

  private static List<Point> hours(Handle handle, Span span) {
    return handle
        .createQuery(HOURS)
        .bind("begins", Rows.at(span.begins()))
        .bind("ends", Rows.at(span.ends()))
        .bind("most", MOST)
        .map((row, _) -> point(row))
        .list();
  }

  private static List<Point> days(Handle owner, Span span) {
    return owner
        .createQuery(DAYS)
        .bind("first", span.first())
        .bind("last", span.last())
        .bind("most", MOST)
        .map((row, _) -> point(row))
        .list();
  }

  /** Some rows as they stand, in the order of time. */
  public static List<Row> rows(Acting acting, Span span, Place after, int most) {
    return acting
        .handle()
        .createQuery(
            """
            SELECT id, metric_type, metric_value, metadata ->> 'unit' AS unit, recorded_at,
              CASE WHEN metadata ->> 'count' ~ '^[0-9]{1,9}$' THEN (metadata ->> 'count')::bigint
                ELSE 1 END AS n
            FROM public.performance_metrics
            WHERE user_id IS NULL AND recorded_at <= :ends AND recorded_at >= :after
              AND (recorded_at, id) > (:after, CAST(:id AS uuid))
            ORDER BY recorded_at, id LIMIT :most
            """)
        .bind("ends", Rows.at(span.ends()))
        .bind("after", Rows.at(after.recordedAt()))
        .bind("id", after.id())
        .bind("most", most)
        .map((row, _) -> row(row))
        .list();
  }

  private static Point point(ResultSet row) throws SQLException {
    return new Point(
        row.getString("metric_type"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getBigDecimal("total"),
        row.getBigDecimal("highest"),
        row.getBigDecimal("mean"),
        row.getLong("n"));
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getObject("id", UUID.class),
        row.getString("metric_type"),
        row.getBigDecimal("metric_value"),
        Optional.ofNullable(row.getString("unit")),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getLong("n"));
  }
}
