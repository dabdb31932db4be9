package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A setting that makes no sense falls back, and the timeline says so. */
final class StandInTest {
  private static final String NUMBER = "+12025550191";

  @Test
  void anUnknownPersonalityLanguageAndTimeZoneFallBackVisibly() {
    try (World world = World.brisk()) {
      Someone maya =
          world
              .person("Maya", NUMBER)
              .configured(
                  "response_delay_seconds, ai_personality_id, business_timezone",
                  "0, 'nobody-of-that-name', 'Nowhere/At_All'");
      world.run("UPDATE profiles SET preferred_language = 'xx'");
      maya.texts("hello there");
      assertThat(maya.receives(1)).contains("Sage", "AI companion");
      assertThat(why(world, maya))
          .contains("personality")
          .contains("time zone")
          .contains("language")
          .doesNotContain("xx");
    }
  }

  @Test
  void whatIsNotSetIsNoFault() {
    try (World world = World.brisk()) {
      Someone maya =
          world
              .person("Maya", NUMBER)
              .configured(
                  "response_delay_seconds, ai_personality_id, business_timezone", "0, NULL, NULL");
      world.run("UPDATE profiles SET preferred_language = NULL");
      maya.texts("hello there");
      assertThat(maya.receives(1)).contains("Sage", "AI companion");
      assertThat(why(world, maya)).isEqualTo("due");
    }
  }

  private static String why(World world, Someone someone) {
    return world.one(
        "SELECT string_agg(why, ' ') FROM gateway.gate_decisions WHERE gate = 'turn'"
            + " AND user_id = '%s'".formatted(someone.id));
  }
}
