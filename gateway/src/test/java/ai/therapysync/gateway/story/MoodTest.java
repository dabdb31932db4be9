package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * How a talk is measured: a mood at its opening, a mood at its end, what is written at its close.
 */
final class MoodTest {
  private static final String NUMBER = "+12025550141";

  @Test
  void aTalkOpensWithAMoodAndEndsWithOne() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      maya.texts("hello there");
      assertThat(maya.receives(1)).contains("1 (very low)");
      maya.texts("about a 4");
      assertThat(maya.receives(2)).contains("4").doesNotContain("1 (very low)");
      maya.texts("work is a lot at the moment");
      maya.receives(3);
      maya.texts("bye, talk to you later");
      assertThat(maya.receives(4)).contains("from 1 to 10");
      maya.texts("6");
      assertThat(maya.receives(5)).contains("4").contains("6");

      assertThat(world.one("SELECT mood_before || ' ' || mood_after FROM therapy_sessions"))
          .isEqualTo("4 6");
      assertThat(
              world.one("SELECT string_agg(mood::text, ' ' ORDER BY created_at) FROM mood_entries"))
          .isEqualTo("4 6");
      maya.texts("my moods");
      assertThat(maya.receives(6)).contains(": 4").contains(": 6");
    }
  }

  @Test
  void whoTellsSomethingFirstMayGiveTheFigureThen() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      maya.texts("my goals");
      maya.receives(1);
      maya.texts("I met a colleague for lunch");
      assertThat(maya.receives(2)).contains("1 (very low)");
      maya.texts("ok, we talked about football all the time");
      maya.receives(3);
      maya.texts("ok");
      maya.receives(4);
      assertThat(world.one("SELECT count(*) FROM mood_entries")).isEqualTo("0");
      maya.texts("a 6");
      assertThat(maya.receives(5)).contains("6");
      assertThat(world.one("SELECT mood_before::text FROM therapy_sessions")).isEqualTo("6");
    }
  }

  @Test
  void aFigureBesideAStoryIsNotedAndTheStoryIsAnswered() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      maya.texts("hi");
      maya.receives(1);
      maya.texts("3/10, my boss shouted at me again and I could hardly sleep last night");
      assertThat(maya.receives(2)).doesNotContain("out of").isNotBlank();
      assertThat(world.one("SELECT mood_before::text FROM therapy_sessions")).isEqualTo("3");
      assertThat(
              world.one(
                  "SELECT ai_response_metadata ->> 'provider' FROM whatsapp_messages"
                      + " WHERE sender_type = 'ai' ORDER BY \"timestamp\" DESC LIMIT 1"))
          .isEqualTo("offline");
    }
  }

  @Test
  void nobodyInDistressIsAskedForAFigureAndNobodyTwiceADay() {
    try (World world = World.brisk(Map.of("SESSION_QUIET_TIME", "PT10M"))) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      maya.texts("my mother died last night and I can't stop crying");
      assertThat(maya.receives(1)).doesNotContain("1 (very low)");
      world.clock.pass(Duration.ofMinutes(11));
      maya.texts("hello");
      assertThat(maya.receives(2)).doesNotContain("1 (very low)");
      Someone tom = world.person("Tom", "+12025550142").unhurried();
      tom.texts("hello");
      assertThat(tom.receives(1)).contains("1 (very low)");
      tom.texts("not now, tell me about breathing");
      tom.receives(2);
      world.clock.pass(Duration.ofMinutes(11));
      tom.texts("hello again");
      assertThat(tom.receives(3)).doesNotContain("1 (very low)");
      world.clock.pass(Duration.ofDays(1));
      tom.texts("hello");
      assertThat(tom.receives(4)).contains("1 (very low)");
    }
  }

  @Test
  void aTalkThatGoesQuietIsLookedBackAtAndItsMoodAskedForByDay() {
    try (World world = World.brisk(Map.of("SESSION_QUIET_TIME", "PT10M"))) {
      Someone maya = byDay(world, world.person("Maya", NUMBER));
      maya.texts("hello");
      maya.receives(1);
      maya.texts("4");
      maya.receives(2);
      maya.texts("My brother is called Karim. Swimming helps me. Work was hard");
      maya.receives(3);
      world.clock.pass(Duration.ofMinutes(11));
      assertThat(maya.receives(4)).contains("after our talk");
      assertThat(world.one("SELECT session_notes FROM therapy_sessions"))
          .contains("work")
          .contains("Karim")
          .doesNotContain("hard");
      assertThat(world.one("SELECT ai_insights ->> 'themes' FROM therapy_sessions"))
          .contains("work");
      maya.texts("7");
      assertThat(maya.receives(5)).contains("4").contains("7");
      assertThat(
              world.one(
                  "SELECT count(*) || ' ' || max(mood_after) || ' '"
                      + " || max(ai_insights ->> 'mood_change') FROM therapy_sessions"))
          .isEqualTo("1 7 3");
    }
  }

  @Test
  void afterDangerNobodyIsAskedHowTheyLeft() {
    try (World world = World.brisk(Map.of("SESSION_QUIET_TIME", "PT10M"))) {
      Someone maya = byDay(world, world.person("Maya", NUMBER));
      maya.texts("hello");
      maya.receives(1);
      maya.texts("4");
      maya.receives(2);
      maya.texts("sometimes I wish I could fall asleep and never wake up");
      assertThat(maya.receives(3)).contains("988");
      world.clock.pass(Duration.ofMinutes(11));
      Await.until(
          "the end",
          () ->
              world
                  .one("SELECT count(*) FROM therapy_sessions WHERE end_time IS NOT NULL")
                  .equals("1"));
      assertThat(world.one("SELECT crisis_flags ->> 'highest' FROM therapy_sessions"))
          .isEqualTo("concern");
      assertThat(world.one("SELECT count(*) FROM gateway.outbox WHERE purpose = 'mood_after'"))
          .isEqualTo("0");
    }
  }

  /** Their hours are around now. */
  private static Someone byDay(World world, Someone someone) {
    return someone.configured(
        "response_delay_seconds, business_hours_enabled, business_hours_start,"
            + " business_hours_end, business_timezone",
        "0, true, ('%1$s'::timestamptz AT TIME ZONE 'UTC')::time - interval '1 hour', ('%1$s'::timestamptz AT TIME ZONE 'UTC')::time + interval '5 hours', 'UTC'"
            .formatted(world.clock.instant()));
  }
}
