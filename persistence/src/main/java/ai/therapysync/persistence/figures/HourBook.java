package ai.therapysync.persistence.figures;

import ai.therapysync.persistence.database.Rows;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Writes the house's own figures of each hour into {@code performance_metrics}, with nobody's id:
 * {@code recorded_at} is the hour's end, {@code metadata} has the unit and of how many. An hour is
 * measured once. What can't be said of an hour, such as a median of nothing, is left out.
 */
public final class HourBook {
  /** Receipts of an hour's last messages come within this. */
  public static final Duration SETTLES = Duration.ofMinutes(5);

  private static final Duration HOUR = Duration.ofHours(1);

  /** Hours that were missed for longer, since nobody was running, stay empty. */
  private static final int MOST_MISSED = 48;

  private static final Duration KEPT = Duration.ofDays(731);

  private static final String MEASURE =
      """
      WITH hour AS (
        SELECT CAST(:begins AS timestamptz) AS begins, CAST(:ends AS timestamptz) AS ends
      ), answers AS (
        SELECT greatest(extract(epoch FROM (t.ended_at - t.due_at)), 0) AS seconds
        FROM gateway.turns t, hour
        WHERE t.state = 'answered' AND t.ended_at >= hour.begins AND t.ended_at < hour.ends
      ), messages AS (
        SELECT m.sender_type, m.ai_response_metadata AS how
        FROM public.whatsapp_messages m, hour
        WHERE m."timestamp" >= hour.begins AND m."timestamp" < hour.ends
      ), written AS (
        SELECT m.how, regexp_replace(coalesce(m.how ->> 'guard_verdict', ''), '^passed after: ', '')
            AS verdict
        FROM messages m WHERE m.sender_type = 'ai' AND jsonb_exists(m.how, 'tries')
      ), model AS (
        SELECT (w.how ->> 'milliseconds')::numeric / 1000 AS seconds FROM written w
        WHERE w.how ->> 'milliseconds' ~ '^[0-9]{1,9}$'
      ), handed AS (
        SELECT d.status, d.accepted_at, o.purpose, o.created_at
        FROM gateway.deliveries d JOIN gateway.outbox o ON o.id = d.outbox_id, hour
        WHERE d.channel IN ('sms', 'whatsapp', 'email') AND o.purpose <> 'test'
          AND d.started_at >= hour.begins AND d.started_at < hour.ends
      ), taken AS (
        SELECT h.purpose, greatest(extract(epoch FROM (h.accepted_at - h.created_at)), 0) AS seconds
        FROM handed h WHERE h.accepted_at IS NOT NULL
      ), events AS (
        SELECT e.incident_id, e.what, e.at FROM gateway.incident_events e, hour
        WHERE e.at >= hour.begins AND e.at < hour.ends
      ), acknowledged AS (
        SELECT extract(epoch FROM (e.at - ci.created_at)) AS seconds
        FROM (SELECT incident_id, min(at) AS at FROM events WHERE what = 'acknowledged'
            GROUP BY incident_id) e
        JOIN public.crisis_interventions ci ON ci.id = e.incident_id
        WHERE NOT EXISTS (SELECT 1 FROM gateway.incident_events sooner
          WHERE sooner.incident_id = e.incident_id AND sooner.what = 'acknowledged'
            AND sooner.at < e.at)
      ), figures (metric_type, metric_value, unit, n) AS (
        SELECT 'messages_received', count(*)::numeric, 'count', count(*)
          FROM messages WHERE sender_type = 'user'
        UNION ALL SELECT 'answers', count(*), 'count', count(*) FROM answers
        UNION ALL SELECT 'answer_seconds_median',
          (percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds))::numeric, 'seconds', count(*)
          FROM answers
        UNION ALL SELECT 'answer_seconds_p95',
          (percentile_cont(0.95) WITHIN GROUP (ORDER BY seconds))::numeric, 'seconds', count(*)
          FROM answers
        UNION ALL SELECT 'model_seconds_p95',
          (percentile_cont(0.95) WITHIN GROUP (ORDER BY seconds))::numeric, 'seconds', count(*)
          FROM model
        UNION ALL SELECT 'model_failures', count(*) FILTER (WHERE jsonb_exists(how, 'instead_of')),
          'count', count(*) FROM written
        UNION ALL SELECT 'guard_refusals', count(*) FILTER (WHERE EXISTS (
            SELECT 1 FROM regexp_split_to_table(verdict, '; again: ') AS fault
            WHERE fault NOT IN ('', 'passed') AND fault !~ '^(failed|refused):')),
          'count', count(*) FROM written
        UNION ALL SELECT 'deliveries', count(*), 'count', count(*) FROM handed
        UNION ALL SELECT 'deliveries_failed_share',
          (count(*) FILTER (WHERE status = 'failed'))::numeric / nullif(count(*), 0), 'share',
          count(*) FROM handed
        UNION ALL SELECT 'incidents_opened', count(*), 'count', count(*)
          FROM events WHERE what = 'opened'
        UNION ALL SELECT 'incidents_unanswered', count(DISTINCT incident_id), 'count',
          count(DISTINCT incident_id) FROM events WHERE what = 'unanswered'
        UNION ALL SELECT 'crisis_answer_seconds_p95',
          (percentile_cont(0.95) WITHIN GROUP (ORDER BY seconds))::numeric, 'seconds', count(*)
          FROM taken WHERE purpose = 'safe_reply'
        UNION ALL SELECT 'page_seconds_p95',
          (percentile_cont(0.95) WITHIN GROUP (ORDER BY seconds))::numeric, 'seconds', count(*)
          FROM taken WHERE purpose = 'page'
        UNION ALL SELECT 'acknowledgement_seconds_median',
          (percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds))::numeric, 'seconds', count(*)
          FROM acknowledged
      )
      INSERT INTO public.performance_metrics (metric_type, metric_value, metadata, recorded_at)
      SELECT f.metric_type, trim_scale(round(f.metric_value, 3)),
        jsonb_build_object('unit', f.unit, 'count', f.n, 'source', 'gateway'), hour.ends
      FROM figures f, hour WHERE f.metric_value IS NOT NULL
      """;

  private final Jdbi jdbi;

  /** On the database that the nodes share. */
  public HourBook(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Measures the hours that are over and have not been, the oldest first; forgets what is too old.
   *
   * @return how many it has measured
   */
  public int measure(Instant now) {
    Instant last = now.minus(SETTLES).truncatedTo(ChronoUnit.HOURS);
    int measured = 0;
    for (Instant end = first(last); !end.isAfter(last); end = end.plus(HOUR)) {
      measured += measure(end, now);
    }
    if (measured > 0) {
      forget(now.minus(KEPT));
    }
    return measured;
  }

  /** The hour to begin with; the first time there is no looking back. */
  private Instant first(Instant last) {
    Instant earliest = last.minus(HOUR.multipliedBy(MOST_MISSED - 1));
    return jdbi.withHandle(handle ->
            handle
                .createQuery("SELECT max(ends_at) FROM gateway.measured_hours HAVING count(*) > 0")
                .mapTo(OffsetDateTime.class)
                .findOne())
        .map(before -> before.toInstant().plus(HOUR))
        .map(next -> next.isBefore(earliest) ? earliest : next)
        .orElse(last);
  }

  private int measure(Instant end, Instant now) {
    return jdbi.inTransaction(handle -> {
      boolean ours =
          handle
                  .createUpdate(
                      "INSERT INTO gateway.measured_hours (ends_at, measured_at)"
                          + " VALUES (:end, :now) ON CONFLICT DO NOTHING")
                  .bind("end", Rows.at(end))
                  .bind("now", Rows.at(now))
                  .execute()
              == 1;
      if (ours) {
        write(handle, end);
        // The day that the hour belongs to, and the one before: others may write late.
        LocalDate day = end.minus(HOUR).atOffset(ZoneOffset.UTC).toLocalDate();
        MeasuredDays.make(handle, Span.upTo(day, 2));
      }
      return ours ? 1 : 0;
    });
  }

  private static void write(Handle handle, Instant end) {
    handle
        .createUpdate(MEASURE)
        .bind("begins", Rows.at(end.minus(HOUR)))
        .bind("ends", Rows.at(end))
        .execute();
  }

  /** Of what others have written nothing is taken away. */
  private void forget(Instant before) {
    jdbi.useTransaction(handle -> {
      handle
          .createUpdate(
              "DELETE FROM public.performance_metrics WHERE user_id IS NULL"
                  + " AND recorded_at < :before AND metric_type = ANY(:ours)"
                  + " AND metadata ->> 'source' = 'gateway'")
          .bind("before", Rows.at(before))
          .bindArray("ours", String.class, Metric.words())
          .execute();
      handle
          .createUpdate("DELETE FROM gateway.measured_hours WHERE ends_at < :before")
          .bind("before", Rows.at(before))
          .execute();
      handle
          .createUpdate("DELETE FROM gateway.daily_performance WHERE date < :before")
          .bind("before", before.atOffset(ZoneOffset.UTC).toLocalDate())
          .execute();
    });
  }
}
