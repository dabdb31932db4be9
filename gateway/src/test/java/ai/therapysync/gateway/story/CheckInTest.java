package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** The daily question: at the person's own time, over restarts and changes of clocks. */
final class CheckInTest {
  private static final String NUMBER = "+12025550141";
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void itComesAtTheirTimeOverAChangeOfClocksAndARestart() {
    try (World world = World.brisk()) {
      Someone maya = inBerlin(world);
      LocalDate change = nextChange(world);
      world.clock.goTo(at(change.minusDays(2), 12));
      maya.texts("check in with me every day at 8 pm");
      assertThat(maya.receives(1)).contains("8:00").contains("no more check-ins");
      assertThat(next(world)).isEqualTo(at(change.minusDays(2), 20));
      world.clock.goTo(at(change.minusDays(2), 20).minusSeconds(60));
      assertThat(maya.shows()).hasSize(1);
      world.clock.goTo(at(change.minusDays(2), 20));
      String first = maya.receives(2);
      assertThat(first).contains("1 (very low)");
      maya.texts("6");
      assertThat(maya.receives(3)).contains("6");
      assertThat(world.one("SELECT mood::text FROM mood_entries")).isEqualTo("6");
      assertThat(next(world)).isEqualTo(at(change.minusDays(1), 20));
      world.restart();
      world.clock.goTo(at(change.minusDays(1), 20));
      assertThat(maya.receives(4)).contains("1 (very low)").isNotEqualTo(first);
      assertThat(next(world)).isEqualTo(at(change, 20));
      assertThat(Duration.between(at(change.minusDays(1), 20), next(world)))
          .isNotEqualTo(Duration.ofDays(1));
      world.clock.goTo(at(change, 20));
      maya.receives(5);
      maya.texts("no more check-ins");
      assertThat(maya.receives(6)).contains("no more daily check-ins");
      assertThat(world.one("SELECT count(*) FROM gateway.opt_outs")).isEqualTo("0");
      world.clock.goTo(at(change.plusDays(1), 21));
      Await.until(
          "the last task to be void",
          () ->
              world
                  .one("SELECT count(*) FROM gateway.tasks WHERE task_name = 'check_in'")
                  .equals("0"));
      assertThat(maya.shows()).hasSize(6);
    }
  }

  @Test
  void itIsLeftOutAfterATalkInTroubleWhenLateAndForAHuman() {
    try (World world = World.brisk()) {
      Someone maya = inBerlin(world);
      LocalDate day = world.clock.instant().atZone(BERLIN).toLocalDate().plusDays(1);
      world.clock.goTo(at(day, 9));
      maya.texts("check in with me every day at 20:00");
      maya.receives(1);
      world.clock.goTo(at(day, 18));
      maya.texts("I am on my way home");
      maya.receives(2);
      world.clock.goTo(at(day, 20));
      awaitNext(world, at(day.plusDays(1), 20));
      world.restart();
      world.clock.goTo(at(day.plusDays(1), 23));
      awaitNext(world, at(day.plusDays(2), 20));
      world.run(
          "INSERT INTO gateway.takeovers (user_id, operator_id, since) VALUES ('%s', '%s', now())"
              .formatted(maya.id, maya.id));
      world.clock.goTo(at(day.plusDays(2), 20));
      awaitNext(world, at(day.plusDays(3), 20));
      world.run("DELETE FROM gateway.takeovers");
      world.run(
          "INSERT INTO crisis_interventions (user_id, intervention_type, status)"
              + " VALUES ('%s', 'self_harm', 'pending')".formatted(maya.id));
      world.clock.goTo(at(day.plusDays(3), 20));
      awaitNext(world, at(day.plusDays(4), 20));
      assertThat(maya.shows()).hasSize(2);
      world.run("DELETE FROM crisis_interventions");
      world.clock.goTo(at(day.plusDays(4), 20));
      assertThat(maya.receives(3)).contains("Hello");
    }
  }

  private static Someone inBerlin(World world) {
    return world
        .person("Maya", NUMBER)
        .configured("response_delay_seconds, business_timezone", "0, 'Europe/Berlin'");
  }

  private static LocalDate nextChange(World world) {
    return BERLIN
        .getRules()
        .nextTransition(world.clock.instant().plus(Duration.ofDays(4)))
        .getInstant()
        .atZone(BERLIN)
        .toLocalDate();
  }

  private static Instant at(LocalDate day, int hour) {
    return day.atTime(LocalTime.of(hour, 0)).atZone(BERLIN).toInstant();
  }

  private static Instant next(World world) {
    return Instant.ofEpochSecond(
        Long.parseLong(
            world.one("SELECT extract(epoch FROM next_at)::bigint::text FROM gateway.check_ins")));
  }

  private static void awaitNext(World world, Instant next) {
    Await.until("the next check-in at " + next, () -> next(world).equals(next));
  }
}
