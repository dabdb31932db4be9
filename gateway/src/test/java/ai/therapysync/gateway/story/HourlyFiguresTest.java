package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.persistence.figures.HourBook;
import ai.therapysync.persistence.figures.Metric;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The gateway measures itself every hour, once, whichever node does it. */
class HourlyFiguresTest {
  /** The hour in which clocks in Europe go back: 2026-10-25, 02:00 to 03:00 there, twice. */
  private static final Instant AUTUMN = Instant.parse("2026-10-25T01:00:00Z");

  private final World world = World.brisk();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void anHourIsMeasuredWhenItIsOverWithNobodysIdAndNotTwice() {
    Someone maya = world.person("Maya", "+12025550141").unhurried();
    world.clock.goTo(nextHour().plus(Duration.ofMinutes(10)));
    maya.texts("hello");
    maya.receives(1);
    maya.texts("It was a long day at work");
    maya.receives(2);
    Await.until("receipts", () -> world.one(receipts()).equals("2"));
    Instant end = nextHour();
    passHour(end);
    assertThat(figure("messages_received", end)).isEqualTo("2 of 2");
    assertThat(figure("answers", end)).isEqualTo("2 of 2");
    assertThat(figure("deliveries", end)).isEqualTo("2 of 2");
    assertThat(figure("deliveries_failed_share", end)).isEqualTo("0 of 2");
    assertThat(figure("incidents_opened", end)).isEqualTo("0 of 0");
    assertThat(figure("crisis_answer_seconds_p95", end)).isEqualTo("none");
    assertThat(world.one("SELECT count(user_id) FROM performance_metrics")).isEqualTo("0");
    String rows = world.one("SELECT count(*) FROM performance_metrics");
    HourBook other = new HourBook(world.sql());
    assertThat(other.measure(world.clock.instant())).isZero();
    world.run("UPDATE gateway.tasks SET execution_time = now() WHERE task_name = 'hours'");
    assertThat(world.one("SELECT count(*) FROM performance_metrics")).isEqualTo(rows);
  }

  @Test
  void whatCanBeToldOfAnHourIsTold() {
    Someone maya = world.person("Maya", "+12025550141");
    turns(maya, AUTUMN);
    written(maya, AUTUMN);
    delivered(AUTUMN);
    danger(maya, AUTUMN);
    HourBook book = alone();
    Instant end = AUTUMN.plus(Duration.ofHours(1));
    assertThat(book.measure(end.plus(Duration.ofMinutes(4)))).isEqualTo(1);
    assertThat(figure("answers", end)).isEqualTo("none");
    assertThat(book.measure(end.plus(HourBook.SETTLES))).isEqualTo(1);
    assertThat(book.measure(end.plus(HourBook.SETTLES))).isZero();
    assertThat(figure("answers", end)).isEqualTo("4 of 4");
    assertThat(figure("answer_seconds_median", end)).isEqualTo("2.5 of 4");
    assertThat(figure("answer_seconds_p95", end)).isEqualTo("3.85 of 4");
    assertThat(figure("model_failures", end)).isEqualTo("2 of 4");
    assertThat(figure("guard_refusals", end)).isEqualTo("2 of 4");
    assertThat(figure("model_seconds_p95", end)).isEqualTo("2 of 4");
    assertThat(figure("deliveries", end)).isEqualTo("4 of 4");
    assertThat(figure("deliveries_failed_share", end)).isEqualTo("0.25 of 4");
    assertThat(figure("crisis_answer_seconds_p95", end)).isEqualTo("1 of 1");
    assertThat(figure("page_seconds_p95", end)).isEqualTo("2 of 1");
    assertThat(figure("incidents_opened", end)).isEqualTo("1 of 1");
    assertThat(figure("acknowledgement_seconds_median", end)).isEqualTo("90 of 1");
    assertThat(
            world.one(
                "SELECT date || ' ' || total || ' ' || n FROM gateway.daily_performance"
                    + " WHERE metric_type = 'answers' AND total > 1"))
        .isEqualTo("2026-10-25 5 5");
    assertThat(
            List.of(
                world
                    .one(
                        "SELECT string_agg(metric_type, ' ') FROM performance_metrics"
                            + " WHERE recorded_at = '%s'".formatted(end))
                    .split(" ", -1)))
        .containsExactlyInAnyOrderElementsOf(Stream.of(Metric.values()).map(Metric::word).toList());
    assertThat(world.one("SELECT count(DISTINCT recorded_at) FROM performance_metrics"))
        .isEqualTo("2");
  }

  @Test
  void hoursThatWereMissedAreMadeUpForAndWhatIsTwoYearsOldGoes() {
    HourBook book = alone();
    assertThat(book.measure(AUTUMN.plus(HourBook.SETTLES))).isEqualTo(1);
    assertThat(book.measure(AUTUMN.plus(Duration.ofHours(5)))).isEqualTo(4);
    assertThat(book.measure(AUTUMN.plus(Duration.ofDays(30)))).isEqualTo(48);
    world.run(
        "INSERT INTO performance_metrics (metric_type, metric_value, recorded_at)"
            + " VALUES ('answers', 1, '%s')".formatted(AUTUMN));
    book.measure(AUTUMN.plus(Duration.ofDays(800)));
    assertThat(
            world.one(
                "SELECT count(*) FROM performance_metrics WHERE recorded_at <= '%s'"
                    .formatted(AUTUMN.plus(Duration.ofDays(30)))))
        .as("others' rows stay")
        .isEqualTo("1");
  }

  /** The gateway itself measures nothing meanwhile, even at the full hour. */
  private HourBook alone() {
    world.run("DELETE FROM gateway.tasks WHERE task_name = 'hours'");
    world.run("DELETE FROM gateway.measured_hours");
    world.run("DELETE FROM performance_metrics");
    world.run("DELETE FROM gateway.daily_performance");
    return new HourBook(world.sql());
  }

  /** Due at the full hour, written after one to four seconds; and one of the hour before. */
  private void turns(Someone person, Instant hour) {
    world.run(
        """
        INSERT INTO gateway.turns (id, user_id, integration_id, channel, address, sender, state,
          first_at, due_at, ended_at)
        SELECT gen_random_uuid(), CAST('%1$s' AS uuid), CAST('%2$s' AS uuid), 'sms', 'x', 'y', 'answered',
          CAST('%3$s' AS timestamptz) - interval '10 hours', at, at + n * interval '1 second'
        FROM generate_series(1, 4) n, LATERAL (SELECT CAST('%3$s' AS timestamptz) AS at) t
        UNION ALL SELECT gen_random_uuid(), '%1$s', '%2$s', 'sms', 'x', 'y', 'answered',
          at, at, at - interval '1 second' FROM (SELECT CAST('%3$s' AS timestamptz) AS at) t
        """
            .formatted(person.id, person.integration, hour));
  }

  private void written(Someone person, Instant hour) {
    world.run(
        """
        INSERT INTO whatsapp_messages (integration_id, user_id, sender_type, content, timestamp,
          ai_response_metadata)
        SELECT '%s', '%s', 'ai', 'x', CAST('%s' AS timestamptz) + interval '5 minutes',
          CAST(how AS jsonb)
        FROM (VALUES
          ('{"tries": "1", "milliseconds": "2000", "guard_verdict": "passed"}'),
          ('{"tries": "2", "milliseconds": "2000", "guard_verdict": "passed after: too long"}'),
          ('{"tries": "1", "milliseconds": "2000", "instead_of": "openai",
             "guard_verdict": "failed: no answer in time"}'),
          ('{"tries": "2", "milliseconds": "2000", "instead_of": "openai",
             "guard_verdict": "refused: its filter; again: diagnosis"}'),
          ('{"kind": "safe_reply"}'), ('[]')) AS v(how)
        """
            .formatted(person.integration, person.id, hour));
  }

  /** A reply that failed, one that arrived, a safe reply, a page; and a test, which is not told. */
  private void delivered(Instant hour) {
    world.run(
        """
        WITH kinds (purpose, status, seconds) AS (VALUES ('reply', 'failed', 0),
            ('reply', 'delivered', 1), ('safe_reply', 'sent', 1), ('page', 'sent', 2),
            ('test', 'failed', 0)),
          sent AS (INSERT INTO gateway.outbox (id, channel, address, purpose, payload, state,
              created_at)
            SELECT gen_random_uuid(), 'sms', status || seconds, purpose, '', 'accepted',
              CAST('%1$s' AS timestamptz) FROM kinds RETURNING id, purpose, address)
        INSERT INTO gateway.deliveries (id, outbox_id, attempt, channel, provider, status,
          started_at, accepted_at, updated_at)
        SELECT gen_random_uuid(), sent.id, 1, 'sms', 'twilio', kinds.status, '%1$s',
          CASE WHEN kinds.status <> 'failed'
            THEN CAST('%1$s' AS timestamptz) + kinds.seconds * interval '1 second' END, '%1$s'
        FROM sent JOIN kinds ON kinds.purpose = sent.purpose
          AND sent.address = kinds.status || kinds.seconds
        """
            .formatted(hour));
  }

  private void danger(Someone person, Instant hour) {
    world.run(
        """
        WITH incident AS (INSERT INTO crisis_interventions (user_id, intervention_type, status,
            created_at, completed_at)
          VALUES ('%1$s', 'escalation', 'resolved', '%2$s', '%2$s') RETURNING id)
        INSERT INTO gateway.incident_events (incident_id, user_id, at, what)
        SELECT id, '%1$s', CAST('%2$s' AS timestamptz) + seconds * interval '1 second', what
        FROM incident, (VALUES ('opened', 0), ('acknowledged', 90), ('acknowledged', 120))
          AS v(what, seconds)
        """
            .formatted(person.id, hour));
  }

  private String figure(String metric, Instant end) {
    return world.one(
        """
        SELECT coalesce((SELECT metric_value || ' of ' || (metadata ->> 'count')
          FROM performance_metrics WHERE metric_type = '%s' AND recorded_at = '%s'), 'none')
        """
            .formatted(metric, end));
  }

  private Instant nextHour() {
    return world.clock.instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
  }

  private static String receipts() {
    return "SELECT count(receipt_at) FROM gateway.deliveries";
  }

  private void passHour(Instant end) {
    world.clock.goTo(end.plus(HourBook.SETTLES).plusSeconds(1));
    Await.until("the hour's figures", () -> !figure("messages_received", end).equals("none"));
  }
}
