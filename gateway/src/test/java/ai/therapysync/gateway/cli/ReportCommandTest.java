package ai.therapysync.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.persistence.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReportCommandTest {
  private final TestDatabase test = TestDatabase.fresh();

  @AfterEach
  void drop() {
    test.close();
  }

  @Test
  void aMonthIsCountedWithoutAnybodyInIt() {
    incidents(12, "high", "suicide", "resolved", 4, "2026-10-01T00:00:00Z");
    incidents(8, "imminent", "self_harm", "acknowledged", 20, "2026-10-31T23:59:59Z");
    incidents(9, "high", "abuse", "resolved", 1, "2026-09-30T23:59:59Z");
    incidents(9, "high", "abuse", "resolved", 1, "2026-11-01T00:00:00Z");
    Typed typed = report("2026-10");
    assertThat(typed.code()).isZero();
    assertThat(typed.out().lines().map(line -> line.replaceAll(" +", " ")))
        .contains(
            "month 2026-10",
            "incidents 20",
            " high 12",
            " imminent 8",
            " suicide 12",
            " self_harm 8",
            " abuse <5",
            "acknowledged 20",
            " median minutes 4.0",
            " 90th percentile 20.0",
            "unanswered <5",
            "resolved 12");
  }

  @Test
  void noGroupOfFewCanBeToldNotEvenFromWhatIsLeft() {
    incidents(17, "high", "suicide", "resolved", 4, "2026-10-02T00:00:00Z");
    incidents(2, "imminent", "medical", "unanswered", null, "2026-10-03T00:00:00Z");
    assertThat(report("2026-10").out().lines().map(line -> line.replaceAll(" +", " ")))
        .contains(
            "incidents 19",
            " high >10",
            " imminent <5",
            " medical <5",
            "acknowledged >10",
            "unanswered <5",
            "resolved >10");
  }

  @Test
  void ofFewTheMinutesAreNobodysBusiness() {
    incidents(4, "high", "suicide", "resolved", 4, "2026-10-02T00:00:00Z");
    assertThat(report("2026-10").out().lines().map(line -> line.replaceAll(" +", " ")))
        .contains("incidents <5", " high <5", " median minutes -", "resolved <5");
  }

  @Test
  void whatIsNoMonthIsRefused() {
    assertThat(report("October").code()).isEqualTo(2);
    assertThat(report("2026-13").err()).contains("2026-10");
  }

  private void incidents(
      int count,
      String level,
      String kind,
      String status,
      @org.jspecify.annotations.Nullable Integer minutes,
      String at) {
    test.run(
        """
        INSERT INTO auth.users (id, email) VALUES ('00000000-0000-0001-0000-000000000001', 'm@example.org')
          ON CONFLICT DO NOTHING;
        INSERT INTO profiles (id, email, name)
          VALUES ('00000000-0000-0001-0000-000000000001', 'm@example.org', 'Maya') ON CONFLICT DO NOTHING;
        WITH i AS (INSERT INTO crisis_interventions (user_id, intervention_type, status,
            response_time_minutes, created_at)
          SELECT '00000000-0000-0001-0000-000000000001', 'escalation', '%4$s', %5$s, '%6$s'
          FROM generate_series(1, %1$s) RETURNING id, user_id)
        INSERT INTO gateway.escalations (incident_id, user_id, level, categories, state, step, round,
          paged, accepted, told, close_danger, safe_replies, family_told, updated_at)
        SELECT id, user_id, '%2$s', '{%3$s}', 'resolved', 1, 1, '{}', true, '{}', false, 0, false, now()
        FROM i
        """
            .formatted(count, level, kind, status, minutes, at));
  }

  private Typed report(String month) {
    return Typed.command(
        Map.of("DATABASE_URL", test.jdbcUrl() + "?user=postgres&password=postgres"),
        "",
        "report",
        "--month",
        month);
  }
}
