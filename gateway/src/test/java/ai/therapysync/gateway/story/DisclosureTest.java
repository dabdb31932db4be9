package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whoever writes the answer, a person is told that an AI does: at first, and every three hours. */
final class DisclosureTest {
  private static final String NUMBER = "+12025550151";

  @Test
  void aTalkOfHoursIsToldAgainEveryThreeHoursAndOnceEach() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      maya.texts("hello");
      assertThat(maya.receives(1)).containsOnlyOnce("AI companion").contains("Sage");
      for (int i = 2; i <= 9; i++) {
        world.clock.pass(Duration.ofMinutes(20));
        maya.texts("work was a lot today, part " + i);
        assertThat(maya.receives(i)).doesNotContain("AI companion");
      }
      world.clock.pass(Duration.ofMinutes(21));
      maya.texts("and it goes on");
      assertThat(maya.receives(10)).containsOnlyOnce("AI companion");
      maya.texts("and on");
      assertThat(maya.receives(11)).doesNotContain("AI companion");
      world.clock.pass(Duration.ofHours(3));
      maya.texts("still awake");
      assertThat(maya.receives(12)).containsOnlyOnce("AI companion");
    }
  }

  @Test
  void aSkillThatAnswersFirstSaysItToo() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      maya.texts("my moods");
      assertThat(maya.receives(1)).startsWith("I'm Sage, an AI companion").contains("mood");
      maya.texts("my moods");
      assertThat(maya.receives(2)).doesNotContain("AI companion");
    }
  }

  @Test
  void itIsSaidInTheLanguageOfTheAnswer() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      world.run("UPDATE profiles SET preferred_language = 'de'");
      maya.texts("meine Stimmungen");
      assertThat(maya.receives(1)).contains("KI-Begleiter");
      Someone tom = world.person("Tom", "+12025550152").unhurried();
      tom.texts("can we speak German please");
      assertThat(tom.receives(1)).contains("KI-Begleiter").doesNotContain("AI companion");
    }
  }

  @Test
  void someoneWhoWritesOfDarkThoughtsFirstIsToldAsWell() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      maya.texts("sometimes I wish I could fall asleep and never wake up");
      assertThat(maya.receives(1)).containsOnlyOnce("AI companion").contains("988");
    }
  }
}
