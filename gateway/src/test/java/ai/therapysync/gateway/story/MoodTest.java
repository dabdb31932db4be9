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
}
