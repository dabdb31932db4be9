package ai.therapysync.persistence.figures;

import ai.therapysync.persistence.database.Rows;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Adds up what {@code performance_metrics} has of the house, ours and others', a row a day and
 * kind, so that a year can be looked at.
 */
public final class MeasuredDays {
  private static final int LONGEST = 731;

  /** A measurement without a count is of one. What is no number can't be added. */
  static final String MEASURED =
      """
      SELECT m.metric_type, m.metric_value AS value,
        m.recorded_at - interval '1 microsecond' AS at,
        CASE WHEN m.metadata ->> 'count' ~ '^[0-9]{1,9}$' THEN (m.metadata ->> 'count')::bigint
          ELSE 1 END AS n
      FROM public.performance_metrics m
      WHERE m.user_id IS NULL AND m.recorded_at > :begins AND m.recorded_at <= :ends
        AND m.metric_value NOT IN ('NaN', 'Infinity', '-Infinity')
      """;

  static final String SUMS =
      "sum(value) AS total, max(value) AS highest,"
          + " coalesce(sum(value * n) / nullif(sum(n), 0), avg(value)) AS mean, sum(n) AS n";

  private static final String MAKE =
      """
      WITH measured AS (
      %s)
      INSERT INTO gateway.daily_performance AS d (metric_type, date, total, highest, mean, n)
      SELECT metric_type, (at AT TIME ZONE 'UTC')::date, %s FROM measured GROUP BY 1, 2
      ON CONFLICT (date, metric_type) DO UPDATE SET total = EXCLUDED.total,
        highest = EXCLUDED.highest, mean = EXCLUDED.mean, n = EXCLUDED.n
      """
          .formatted(MEASURED, SUMS);

  private static final String MISSING =
      """
      SELECT day::date FROM generate_series(CAST(:last AS date) - CAST(:most AS integer),
        CAST(:last AS date), interval '1 day') AS day
      WHERE NOT EXISTS (SELECT 1 FROM gateway.daily_performance d WHERE d.date = day::date)
        AND EXISTS (SELECT 1 FROM public.performance_metrics m WHERE m.user_id IS NULL
          AND m.recorded_at > day::timestamp AT TIME ZONE 'UTC'
          AND m.recorded_at <= (day::timestamp + interval '1 day') AT TIME ZONE 'UTC'
          AND m.metric_value NOT IN ('NaN', 'Infinity', '-Infinity'))
      ORDER BY day DESC LIMIT 1
      """;

  private final Jdbi jdbi;

  /** On the database that the nodes share. */
  public MeasuredDays(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Adds up one day of the last two years that has not been, the latest first.
   *
   * @return whether there may be more
   */
  public boolean catchUp(LocalDate yesterday) {
    return jdbi.inTransaction(handle -> {
      Optional<LocalDate> missing =
          handle
              .createQuery(MISSING)
              .bind("last", yesterday)
              .bind("most", LONGEST)
              .mapTo(LocalDate.class)
              .findOne();
      missing.ifPresent(day -> make(handle, new Span(day, day)));
      return missing.isPresent();
    });
  }

  /** Adds these days up, in the caller's transaction. */
  static void make(Handle handle, Span span) {
    handle
        .createUpdate(MAKE)
        .bind("begins", Rows.at(span.begins()))
        .bind("ends", Rows.at(span.ends()))
        .execute();
  }
}
