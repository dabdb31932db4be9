package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

/** Goals by chat: set, offered, worked on in the person's own days, reached; told once. */
final class GoalTest {
  private static final String NUMBER = "+12025550141";

  @Test
  void aGoalIsSetReportedListedAndReachedOverARestart() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      maya.texts("my goal is to walk 10 times by the end of the year");
      assertThat(maya.receives(1)).contains("walk 10 times").contains("Dec").contains("first goal");
      maya.texts("I walked today");
      assertThat(maya.receives(2)).contains("1 of 10").contains("first step");
      maya.texts("I walked today");
      assertThat(maya.receives(3)).contains("counted already");
      world.restart();
      maya.texts("5 of 10");
      assertThat(maya.receives(4)).contains("5 of 10").contains("Half of the way");
      maya.texts("my goals");
      assertThat(maya.receives(5)).contains("1. walk 10 times (5 of 10").contains("done today");
      maya.texts("10 of 10");
      assertThat(maya.receives(6)).contains("reached it");
      assertThat(
              world.one(
                  "SELECT status || ' ' || is_completed || ' ' || current_progress || ' '"
                      + " || target_value || ' ' || streak_count || ' ' || category FROM goals"))
          .isEqualTo("completed true 10 10 1 exercise");
      assertThat(
              world.one(
                  "SELECT string_agg(achievement_type, ' ' ORDER BY achievement_type)"
                      + " FROM goal_achievements"))
          .isEqualTo("completed early first_goal first_progress half_way");
      maya.texts("my achievements");
      assertThat(maya.receives(7)).contains("115 points").contains("Half way");
    }
  }

  @Test
  void whatIsOverheardIsAGoalAfterOneYes() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      maya.texts("I think I want to walk every day. Maybe I want to start running again.");
      assertThat(maya.receives(1))
          .contains("Shall I keep that as a goal: \"start running again\"?");
      assertThat(world.one("SELECT count(*) FROM goals")).isEqualTo("0");
      world.restart();
      maya.texts("yes");
      assertThat(maya.receives(2)).contains("noted your goal: \"start running again\"");
      assertThat(world.one("SELECT title FROM goals")).isEqualTo("start running again");
      maya.texts("I went running this morning and it was so cold, my friend laughed");
      assertThat(maya.receives(3)).contains("Shall I count that");
      maya.texts("yes");
      assertThat(maya.receives(4)).contains("Noted for \"start running again\"");
      assertThat(world.one("SELECT current_progress::text FROM goals")).isEqualTo("1");
    }
  }

  @Test
  void tenMinutesBeforeAndAfterMidnightAreTwoDays() {
    try (World world = World.brisk()) {
      Someone maya =
          world
              .person("Maya", NUMBER)
              .configured("response_delay_seconds, business_timezone", "0, 'Asia/Kolkata'");
      ZoneId india = ZoneId.of("Asia/Kolkata");
      world.run(
          "INSERT INTO goals (user_id, title, category, current_progress, streak_count,"
              + " best_streak, created_at) VALUES ('%s', 'walk every day', 'health', NULL, NULL,"
                  .formatted(maya.id)
              + " NULL, NULL)");
      ZonedDateTime evening =
          world.clock.instant().atZone(india).plusDays(1).with(LocalTime.of(23, 50));
      world.clock.goTo(evening.toInstant());
      maya.texts("I walked today");
      maya.receives(1);
      assertThat(streak(world)).isEqualTo("1 1 " + evening.toLocalDate());
      world.clock.goTo(evening.plusMinutes(20).toInstant());
      maya.texts("I walked today");
      assertThat(maya.receives(2)).contains("day 2 in a row");
      assertThat(streak(world)).isEqualTo("2 2 " + evening.toLocalDate().plusDays(1));
      maya.texts("I walked again today");
      assertThat(maya.receives(3)).contains("counted already");
      world.clock.pass(Duration.ofDays(2));
      maya.texts("goal 1 done");
      assertThat(maya.receives(4)).contains("Noted").contains("takes nothing away");
      assertThat(streak(world)).isEqualTo("1 2 " + evening.toLocalDate().plusDays(3));
      assertThat(world.one("SELECT current_progress::text FROM goals")).isEqualTo("3");
      assertThat(
              world.one(
                  "SELECT count(*) || ' ' || count(DISTINCT (achievement_type, goal_id))"
                      + " FROM goal_achievements"))
          .isEqualTo("1 1");
    }
  }

  @Test
  void withoutAGoalOfThatKindTalkIsTalk() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      maya.texts("I am done with everything at work today");
      assertThat(maya.receives(1)).doesNotContain("goal");
      maya.texts("my goals");
      assertThat(maya.receives(2)).contains("no goal on your list");
    }
  }

  private static String streak(World world) {
    return world.one(
        "SELECT streak_count || ' ' || best_streak || ' ' || last_progress_date FROM goals");
  }
}
