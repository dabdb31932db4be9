package ai.therapysync.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The figures of 2026-03-10, a day of UTC. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DailyAnalyticsTest {
  private static final String FIGURES =
      """
      SELECT concat_ws(' ', sessions_count, total_session_minutes, goals_created, goals_completed,
        assessments_taken, mood_entries, average_mood, engagement_score, retention_score, feature_usage)
      FROM user_behavior_analytics WHERE user_id = ? AND date = '2026-03-10'
      """;
  private static final String PLATFORM =
      """
      SELECT concat_ws(' ', total_users, active_users, new_signups, total_sessions,
        average_session_duration, total_assessments, crisis_interventions)
      FROM platform_analytics WHERE date = '2026-03-10'
      """;

  private final Cluster cluster = Cluster.start();
  private final Database template = cluster.empty().migrated();
  private Database database = template;
  private People people = new People(database);
  private UUID maya = UUID.randomUUID();
  private UUID tom = UUID.randomUUID();
  private UUID lee = UUID.randomUUID();

  @BeforeEach
  void aDayPasses() {
    database = cluster.copyOf(template);
    people = new People(database);
    maya = joined("Maya", "2026-03-10T08:00Z");
    tom = joined("Tom", "2026-03-01T08:00Z");
    lee = joined("Lee", "2026-03-12T00:00Z");
    session(maya, "2026-03-10T00:00Z", "2026-03-10T00:30Z");
    session(maya, "2026-03-10T23:59:59Z", "2026-03-11T00:09:59Z");
    session(maya, "2026-03-11T00:00Z", "2026-03-11T05:00Z");
    session(maya, "2026-03-08T12:00Z", "2026-03-08T12:05Z");
    session(maya, "2026-03-02T12:00Z", "2026-03-02T12:05Z");
    mood(maya, 4, "2026-03-10T10:00Z");
    mood(maya, 7, "2026-03-10T11:00Z");
    mood(maya, 1, "2026-03-09T11:00Z");
    database.execute(
        "INSERT INTO assessments (user_id, instrument, created_at) VALUES (?, 'phq-9', '2026-03-10T12:00Z')",
        maya);
    goal(maya, false, "2026-03-10T09:00Z", "2026-03-10");
    goal(maya, true, "2026-03-01T09:00Z", "2026-03-10");
    goal(maya, true, "2026-02-01T09:00Z", "2026-02-20");
    mood(tom, 5, "2026-03-10T20:00Z");
    database.execute(
        "INSERT INTO crisis_interventions (user_id, intervention_type, created_at) VALUES (?, 'escalation', '2026-03-10T20:00Z')",
        tom);
  }

  @AfterAll
  void stop() {
    cluster.close();
  }

  private UUID joined(String name, String at) {
    UUID id = people.join(name);
    database.execute("UPDATE profiles SET created_at = ?::timestamptz WHERE id = ?", at, id);
    return id;
  }

  private void session(UUID person, String from, String to) {
    database.execute(
        "INSERT INTO therapy_sessions (user_id, start_time, end_time) VALUES (?, ?::timestamptz, ?::timestamptz)",
        person,
        from,
        to);
  }

  private void mood(UUID person, int mood, String at) {
    database.execute(
        "INSERT INTO mood_entries (user_id, mood, created_at) VALUES (?, ?, ?::timestamptz)",
        person,
        mood,
        at);
  }

  private void goal(UUID person, boolean completed, String created, String progress) {
    database.execute(
        """
        INSERT INTO goals (user_id, title, category, is_completed, created_at, last_progress_date)
        VALUES (?, 'walk', 'health', ?, ?::timestamptz, ?::date)
        """,
        person,
        completed,
        created,
        progress);
  }

  private void aggregate() {
    database.execute("SELECT aggregate_daily_analytics('2026-03-10'::date)");
  }

  @Test
  void everybodyWhoDidAnythingThatDayHasAllFigures() {
    aggregate();

    assertThat(database.value(FIGURES, maya))
        .isEqualTo(
            "2 40 1 1 1 2 5.50 0.4 0.43 {\"sessions\": 2, \"assessments\": 1, \"mood_entries\": 2,"
                + " \"goals_created\": 1, \"goals_advanced\": 2, \"goals_completed\": 1}");
    assertThat(database.value(FIGURES, tom))
        .isEqualTo("0 0 0 0 0 1 5.00 0.0 0.14 {\"mood_entries\": 1}");
    assertThat(database.column(FIGURES, lee)).isEmpty();
  }

  @Test
  void thePlatformsFiguresAreOfTheSameDay() {
    aggregate();

    assertThat(database.value(PLATFORM)).isEqualTo("2 2 1 2 20.00 1 1");
  }

  @Test
  void aSecondRunSaysWhatIsTrueByThen() {
    aggregate();
    String first = database.value(FIGURES, maya);
    aggregate();
    assertThat(database.value(FIGURES, maya)).isEqualTo(first);

    mood(tom, 7, "2026-03-10T21:00Z");
    session(tom, "2026-03-10T21:00Z", "2026-03-12T21:00Z");
    aggregate();
    assertThat(database.value(FIGURES, tom))
        .isEqualTo("1 2880 0 0 0 2 6.00 0.2 0.14 {\"sessions\": 1, \"mood_entries\": 2}");
    assertThat(database.value(PLATFORM)).isEqualTo("2 2 1 3 973.33 1 1");
    session(tom, "2026-03-10T21:00Z", "2026-04-12T21:00Z");
    aggregate();
    assertThat(database.value(PLATFORM)).contains(" 999.99 ");
  }

  @Test
  void withoutADayItIsYesterday() {
    database.execute("SET timezone = 'Pacific/Auckland'");
    database.execute("SELECT aggregate_daily_analytics()");

    assertThat(
            database.value(
                "SELECT date = (now() AT TIME ZONE 'UTC')::date - 1 FROM platform_analytics"))
        .isEqualTo("t");
  }

  @Test
  void nobodyWithALoginMayRunIt() {
    assertThatThrownBy(() ->
            database.as(
                maya, session -> Database.column(session, "SELECT aggregate_daily_analytics()")))
        .isInstanceOf(Database.Refused.class);
  }
}
