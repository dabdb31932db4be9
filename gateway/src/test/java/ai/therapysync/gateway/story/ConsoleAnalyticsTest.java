package ai.therapysync.gateway.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.persistence.figures.MeasuredDays;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Analysts look at figures over time, and take them out as files. */
class ConsoleAnalyticsTest {
  private static final List<String> BOARDS = List.of("", "/behavior", "/performance");

  private final World world = World.brisk();
  private final Operator ana = Operator.of(world, "ana@desk.example", "analytics_admin");
  private final Chromium chromium = Chromium.start();

  @AfterEach
  void stop() {
    chromium.close();
    world.close();
  }

  @Test
  void figuresAreLookedAtByTheRangeThatOneLikes() {
    ninetyDays();
    Page page = chromium.desktop();
    ana.knocks(page);
    page.navigate(world.url() + "/console/analytics");
    assertThat(page.locator(".segments [aria-current]")).hasText("30 days");
    assertThat(page.locator(".tile").first()).containsText("Active people");
    assertThat(page.locator(".tile").nth(1)).containsText("60");
    assertThat(page.locator(".tile").nth(1)).containsText("as in the 30 days before");
    assertThat(page.locator(".uplot")).hasCount(7);
    page.getByText("All in figures").click();
    assertThat(page.locator("tbody tr")).hasCount(30);

    page.getByText("7 days", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator(".tile").nth(1)).containsText("14");
    page.getByText("What people do").click();
    assertThat(page.locator(".segments [aria-current]")).hasText("7 days");
    assertThat(page.locator(".plots")).containsText("Moods told");
    page.getByText("The gateway").click();
    assertThat(page.locator(".plots")).containsText("95 of 100 within");

    page.getByLabel("From").fill("2026-11-05");
    page.getByLabel("Until").fill("2026-11-04");
    page.getByText("Show", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator("#e-until")).hasText("It ends before it begins");
    assertThat(page.getByLabel("From")).hasValue("2026-11-05");
    page.getByLabel("From").fill("2026-11-01");
    page.getByText("Show", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator("#e-until")).hasCount(0);
    assertThat(chromium.complaints).isEmpty();
  }

  @Test
  void datesThatMakeNoRangeAreToldBesideTheirField() {
    try (ConsoleWire wire = ConsoleWire.as(world, ana)) {
      for (String query :
          List.of(
              "from=2026-11-05",
              "until=2026-11-05",
              "from=soon&until=2026-11-05",
              "from=2026-11-05&until=2026-11-04",
              "from=2020-01-01&until=2026-11-04",
              "from=2026-11-05&until=9999-01-01",
              "from=2026-02-30&until=2026-03-01",
              "days=8")) {
        for (String path : List.of("", "/behavior", "/performance", "/platform_analytics.csv")) {
          HttpResponse<String> answer = wire.get("/console/analytics" + path + "?" + query);
          assertThat(answer.statusCode()).as(path + query).isEqualTo(422);
          assertThat(answer.body()).contains("class=\"error\"");
        }
      }
    }
  }

  @Test
  void filesHoldTheFiguresAndNoFormulaAndAreNoted() {
    ninetyDays();
    LocalDate yesterday = yesterday();
    world.run(
        "INSERT INTO performance_metrics (metric_type, metric_value, metadata, recorded_at) VALUES"
            + " ('=HYPERLINK(\"http://x\",\"a\")', -2.50, '{\"unit\": \"@sum\"}', '%s')"
                .formatted(yesterday.atTime(12, 0).toInstant(ZoneOffset.UTC)));
    String range = "?from=" + yesterday.minusDays(1) + "&until=" + yesterday;
    try (ConsoleWire wire = ConsoleWire.as(world, ana)) {
      HttpResponse<String> platform = wire.get("/console/analytics/platform_analytics.csv" + range);
      assertThat(platform.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
      assertThat(platform.headers().firstValue("Content-Disposition").orElse(""))
          .contains("platform_analytics_" + yesterday.minusDays(1) + "_" + yesterday + ".csv");
      assertThat(platform.body().lines().toList())
          .hasSize(3)
          .startsWith(
              "date,total_users,active_users,new_signups,total_sessions,"
                  + "average_session_duration,total_assessments,crisis_interventions")
          .contains(yesterday + ",1002,51,2,12,17.5,4,1");
      String behavior = wire.get("/console/analytics/user_behavior_analytics.csv" + range).body();
      assertThat(behavior.lines().toList().get(2))
          .isEqualTo(yesterday + ",51,80,900,5,2,4,40,6.2,0.35,0.61");
      String performance = wire.get("/console/analytics/performance_metrics.csv" + range).body();
      assertThat(performance)
          .contains("\"'=HYPERLINK(\"\"http://x\"\",\"\"a\"\")\",-2.5,'@sum,1\r\n")
          .contains("answers,");
    }
    assertThat(
            world.one(
                "SELECT string_agg(resource, ' ' ORDER BY number) FROM gateway.audit_log"
                    + " WHERE action = 'export'"))
        .isEqualTo("platform_analytics user_behavior_analytics performance_metrics");
  }

  @Test
  void averagesOfFewPeopleAreNotShownToAnybody() {
    LocalDate day = yesterday();
    for (int number = 0; number < 4; number++) {
      did(world.person("P" + number, "+1202555018" + number), day, 9);
    }
    Someone maya = world.person("Maya", "+12025550190");
    passNight();
    try (ConsoleWire wire = ConsoleWire.as(world, ana)) {
      assertThat(row(wire, day)).isEqualTo(day + ",4,4,80,0,0,0,4,,,");
    }
    did(maya, day, 4);
    passNight();
    try (ConsoleWire wire = ConsoleWire.as(world, ana)) {
      assertThat(row(wire, day)).isEqualTo(day + ",5,5,100,0,0,0,5,8,0.2,0.5");
    }
  }

  @Test
  void onlyWhoMaySeeFiguresSeesThemAndAnAnalystSeesNobody() {
    Someone maya = world.person("Maya", "+12025550140");
    did(maya, yesterday(), 7);
    for (String role : List.of("content_admin", "support_admin", "moderator")) {
      Operator other = Operator.of(world, role + "@desk.example", role);
      try (ConsoleWire wire = ConsoleWire.as(world, other)) {
        for (String board : BOARDS) {
          assertThat(wire.get("/console/analytics" + board).statusCode()).isEqualTo(404);
        }
        assertThat(wire.get("/console/analytics/performance_metrics.csv").statusCode())
            .isEqualTo(404);
        assertThat(wire.get(figures(maya)).statusCode()).isEqualTo(404);
        assertThat(wire.get(figures(maya) + ".csv").statusCode()).isEqualTo(404);
      }
    }
    Operator ada = Operator.of(world, "ada@desk.example", "admin");
    try (ConsoleWire analyst = ConsoleWire.as(world, ana);
        ConsoleWire admin = ConsoleWire.as(world, ada)) {
      assertThat(analyst.get(figures(maya)).statusCode()).isEqualTo(404);
      assertThat(admin.get(figures(maya)).body()).contains("Moods told");
      assertThat(admin.get(figures(maya) + ".csv").body())
          .contains(yesterday() + ",1,20,0,0,0,1,7,0.2,0.5");
    }
    assertThat(world.one("SELECT user_id::text FROM gateway.audit_log WHERE action = 'export'"))
        .isEqualTo(maya.id.toString());
  }

  @Test
  void everyBoardIsForEverybodyFullAndEmpty() {
    Operator ada = Operator.of(world, "ada@desk.example", "admin");
    Someone maya = world.person("Maya", "+12025550140");
    look(chromium.page(1400, 900, ColorScheme.LIGHT), ada, maya, "empty");
    ninetyDays();
    for (int day = 0; day < 25; day++) {
      did(maya, yesterday().minusDays(day), 3 + day % 6);
    }
    for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      String how = colours.name().toLowerCase(Locale.ROOT);
      look(chromium.page(1400, 900, colours), ada, maya, how);
      look(chromium.page(390, 844, colours), ada, maya, "phone-" + how);
    }
    assertThat(chromium.complaints).isEmpty();
  }

  private void look(Page page, Operator operator, Someone person, String how) {
    operator.knocks(page);
    for (String board : BOARDS) {
      page.navigate(world.url() + "/console/analytics" + board);
      ConsoleTest.isForEverybody(page, "analytics" + board.replace('/', '-'), how);
    }
    page.navigate(world.url() + figures(person));
    ConsoleTest.isForEverybody(page, "person-figures", how);
  }

  private static String figures(Someone person) {
    return "/console/people/" + person.id + "/figures";
  }

  private static String row(ConsoleWire wire, LocalDate day) {
    return wire.get(
            "/console/analytics/user_behavior_analytics.csv?from=%s&until=%s".formatted(day, day))
        .body()
        .lines()
        .toList()
        .get(1);
  }

  private LocalDate yesterday() {
    return world.clock.instant().atOffset(ZoneOffset.UTC).toLocalDate().minusDays(1);
  }

  private void did(Someone person, LocalDate day, int mood) {
    world.run(
        """
        INSERT INTO user_behavior_analytics (user_id, date, sessions_count, total_session_minutes,
          mood_entries, average_mood, engagement_score, retention_score)
        VALUES ('%s', '%s', 1, 20, 1, %d, 0.2, 0.5)
        """
            .formatted(person.id, day, mood));
  }

  /** As nights and hours would have left them; the same every day but in the middle. */
  private void ninetyDays() {
    world.run(
        """
        INSERT INTO platform_analytics (date, total_users, active_users, new_signups,
          total_sessions, average_session_duration, total_assessments, crisis_interventions)
        SELECT CAST('%1$s' AS date) - n, 1002 - 2 * n, 51 + (n * 7) %% 23, 2, 12 + n %% 9, 17.5, 4, 1
        FROM generate_series(0, 89) n;
        INSERT INTO gateway.daily_behavior (date, people, sessions, session_minutes, goals_created,
          goals_completed, assessments, mood_entries, mood_people, average_mood, engagement,
          retention, made_at)
        SELECT CAST('%1$s' AS date) - n, 51 + (n * 7) %% 23, 80 + n %% 17, 900, 5, 2, 4, 40, 30,
          6.2 - (n %% 5) * 0.1, 0.35, 0.61, now()
        FROM generate_series(0, 89) n;
        INSERT INTO performance_metrics (metric_type, metric_value, metadata, recorded_at)
        SELECT kind, value, '{"source": "gateway", "count": 20}',
          (CAST('%1$s' AS date) + 1)::timestamp AT TIME ZONE 'UTC' - n * interval '1 hour'
        FROM generate_series(0, 24 * 60) n, LATERAL (VALUES ('answers', 20 + n %% 24),
          ('answer_seconds_median', 2.1 + (n %% 7) * 0.3), ('answer_seconds_p95', 5.5 + n %% 4),
          ('model_failures', n %% 3), ('deliveries', 40), ('deliveries_failed_share', 0.0125),
          ('crisis_answer_seconds_p95', 0.9)) AS k(kind, value);
        INSERT INTO gateway.nights (day, figures_at) VALUES (CAST('%1$s' AS date) + 1, '%2$s')
        ON CONFLICT (day) DO UPDATE SET figures_at = EXCLUDED.figures_at
        """
            .formatted(yesterday(), world.clock.instant().minus(Duration.ofHours(3))));
    MeasuredDays days = new MeasuredDays(world.sql());
    boolean more = true;
    while (more) {
      more = days.catchUp(yesterday());
    }
  }

  /** The days are added up again, as in the night after a late row. */
  private void passNight() {
    LocalDate night = yesterday().plusDays(2);
    Instant begins = night.atTime(3, 1).toInstant(ZoneOffset.UTC);
    world.clock.goTo(begins);
    Await.until(
        "the work of the night",
        () ->
            world
                .one(
                    "SELECT count(*) FROM gateway.nights WHERE day = '%s' AND finished_at IS NOT NULL"
                        .formatted(night))
                .equals("1"));
  }
}
