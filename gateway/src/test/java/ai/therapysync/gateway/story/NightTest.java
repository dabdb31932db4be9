package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** What is found at night in rows that others wrote, and what becomes of it by day. */
final class NightTest {
  private static final String NUMBER = "+12025550141";

  @Test
  void handWrittenRowsGiveIdeasOnceAndAYesDoesThem() {
    try (World world = World.brisk()) {
      Someone maya =
          world
              .person("Maya", NUMBER)
              .configured("response_delay_seconds, business_timezone", "0, 'Europe/London'");
      Instant evening = nightFrom(world).minus(Duration.ofHours(6));
      world.clock.goTo(evening);
      LocalDate today = evening.atOffset(ZoneOffset.UTC).toLocalDate();
      goal(world, maya, "walk every day", "'active', 0, 0, '%s'".formatted(today.minusDays(9)));
      goal(world, maya, "read", "'active', 5, 9, '%s'".formatted(today.minusDays(4)));
      goal(world, maya, "no figures", "'active', NULL, NULL, NULL");
      world.run(
          "INSERT INTO assessments (user_id, instrument, score, created_at)"
              + " VALUES ('%s', 'phq9', 9, '%s'::timestamptz - interval '20 days')"
                  .formatted(maya.id, evening));
      passNight(world);
      assertThat(
              world.one(
                  "SELECT string_agg(insight_type || ' ' || confidence_score || ' ' || priority"
                      + " || ' ' || (expires_at > created_at), ', ') FROM goal_insights"))
          .isEqualTo("idle_goal 0.8 6 true");
      assertThat(
              world.one(
                  "SELECT string_agg(recommendation_type || ' ' || priority_score || ' '"
                      + " || reasoning, ', ') FROM personalized_recommendations"))
          .startsWith("phq9_due 0.7 since_phq9 2")
          .contains("at least 14");
      assertThat(
              world.one(
                  "SELECT streak_count || ' ' || best_streak FROM goals WHERE title = 'read'"))
          .isEqualTo("0 9");
      assertThat(
              world.one(
                  "SELECT count(*) FROM platform_analytics WHERE date = '%s'".formatted(today)))
          .isEqualTo("1");

      maya.texts("hello");
      assertThat(maya.receives(1)).contains("1 (very low)");
      maya.texts("6");
      maya.receives(2);
      maya.texts("I had a meeting with the new team today");
      assertThat(maya.receives(3)).contains("PHQ-9").contains("two weeks");
      assertThat(
              world.one(
                  "SELECT (shown_at IS NOT NULL) || ' ' || (acted_upon_at IS NOT NULL)"
                      + " FROM personalized_recommendations"))
          .isEqualTo("true false");
      world.restart();
      maya.texts("yes please");
      assertThat(maya.receives(4)).contains("1/9");
      assertThat(
              world.one(
                  "SELECT (acted_upon_at IS NOT NULL)::text FROM personalized_recommendations"))
          .isEqualTo("true");
      maya.texts("later");
      maya.receives(5);
      maya.texts("We talked about the plan for spring");
      assertThat(maya.receives(6)).doesNotContain("small step");

      passNight(world);
      assertThat(world.one("SELECT count(*) FROM goal_insights")).isEqualTo("1");
      assertThat(world.one("SELECT count(*) FROM personalized_recommendations")).isEqualTo("1");
      maya.texts("hello again");
      assertThat(maya.receives(7)).contains("1 (very low)");
      maya.texts("7");
      maya.receives(8);
      maya.texts("The new team seems friendly");
      assertThat(maya.receives(9)).contains("walk every day").contains("one small step?");
      assertThat(world.one("SELECT (viewed_at IS NOT NULL)::text FROM goal_insights"))
          .isEqualTo("true");
      maya.texts("ok");
      assertThat(maya.receives(10)).contains("ten minutes");
      assertThat(world.one("SELECT (acted_upon_at IS NOT NULL)::text FROM goal_insights"))
          .isEqualTo("true");
    }
  }

  @Test
  void nobodyInTroubleIsGivenAdviceAndTheNightGoesOnForTheOthers() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      Someone tom = world.person("Tom", "+12025550142").unhurried();
      Someone ana = world.person("Ana", "+12025550143").unhurried();
      Instant now = nightFrom(world).minus(Duration.ofHours(2));
      world.clock.goTo(now);
      LocalDate day = now.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(12);
      for (Someone one : new Someone[] {maya, tom, ana}) {
        goal(world, one, "walk", "'active', 0, 0, '%s'".formatted(day));
      }
      world.run(
          "INSERT INTO crisis_interventions (user_id, intervention_type, status, created_at)"
              + " VALUES ('%s', 'self_harm', 'pending', now())".formatted(maya.id));
      // Rows that make no sense must not keep the night from the others.
      world.run("UPDATE goals SET target_value = 'NaN' WHERE user_id = '%s'".formatted(tom.id));
      passNight(world);
      assertThat(
              world.one(
                  "SELECT count(*) FROM goal_insights WHERE user_id = '%s'".formatted(maya.id)))
          .isEqualTo("0");
      assertThat(
              world.one(
                  "SELECT count(*) FROM goal_insights WHERE user_id = '%s'".formatted(ana.id)))
          .isEqualTo("1");
      assertThat(
              world.one(
                  "SELECT count(*) FROM goal_insights WHERE user_id = '%s'".formatted(tom.id)))
          .isEqualTo("1");
    }
  }

  /** Status, streak, best streak, last day. */
  private static void goal(World world, Someone owner, String title, String values) {
    world.run(
        "INSERT INTO goals (user_id, title, category, status, streak_count, best_streak,"
            + " last_progress_date) VALUES ('%s', '%s', 'health', %s)"
                .formatted(owner.id, title, values));
  }

  private static Instant nightFrom(World world) {
    return world
        .clock
        .instant()
        .atOffset(ZoneOffset.UTC)
        .toLocalDate()
        .plusDays(2)
        .atTime(LocalTime.of(3, 0))
        .toInstant(ZoneOffset.UTC);
  }

  private static void passNight(World world) {
    LocalDate today = world.clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    LocalDate night = today.plusDays(1);
    world.clock.goTo(night.atTime(LocalTime.of(3, 1)).toInstant(ZoneOffset.UTC));
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
