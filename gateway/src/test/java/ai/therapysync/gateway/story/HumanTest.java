package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who asks for a human is told what happens now, operators are told, and nobody is left alone. */
final class HumanTest {
  private static final String NUMBER = "+12025550161";
  private static final String DESK = "desk@therapysync.example";

  @Test
  void theConversationIsHandedOverOnceAndGivenBackByAWord() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      maya.texts("hello");
      maya.receives(1);
      maya.texts("Can I talk to a real person please?");
      assertThat(maya.receives(2)).contains("our team").contains("988").contains("continue");
      Await.until("operators", () -> mails(world) == 1);
      assertThat(mail(world)).contains("talk to a human").doesNotContain("Maya", "real person");
      maya.texts("my boss shouted at me");
      maya.texts("talk to a human");
      Await.until("timeline", () -> gates(world, "waits_for_human").equals("2"));
      assertThat(mails(world)).isEqualTo(1);
      maya.texts("continue");
      assertThat(maya.receives(3)).contains("the AI");
      maya.texts("so, about my boss");
      assertThat(maya.receives(4)).doesNotContain("our team");
      assertThat(maya.shows()).hasSize(4);
    }
  }

  @Test
  void dangerIsAnsweredWhileAHumanIsAwaited() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      world.contact(maya, "Tom", "+12025550162", "tom@example.org");
      maya.texts("operator");
      maya.receives(1);
      maya.texts("HELP");
      assertThat(maya.receives(2)).contains("988").contains("safe");
      maya.texts("sometimes I wish I could fall asleep and never wake up");
      assertThat(maya.receives(3)).contains("988");
      maya.texts("I am going to kill myself tonight");
      assertThat(maya.receives(4)).contains("988");
      maya.incidentIs("notified");
      maya.texts("I am still here");
      maya.receives(5);
    }
  }

  @Test
  void whomAnOperatorHasWrittenToCantSendTheAiBack() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      maya.texts("human please");
      maya.receives(1);
      world.run(
          "INSERT INTO whatsapp_messages (integration_id, user_id, sender_type, content, \"timestamp\")"
              + " VALUES ('%s', '%s', 'operator', 'Hello Maya', '%s')"
                  .formatted(maya.integration, maya.id, world.clock.instant()));
      maya.texts("continue");
      Await.until("timeline", () -> gates(world, "waits_for_human").equals("1"));
      assertThat(maya.shows()).hasSize(1);
      assertThat(world.one("SELECT count(*) FROM gateway.takeovers")).isEqualTo("1");
    }
  }

  @Test
  void whenNobodyComesThePersonIsToldOnce() {
    try (World world = World.brisk(Map.of("HANDOVER_NOTICE_AFTER", "PT20M"))) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      maya.texts("talk to a human");
      maya.receives(1);
      world.clock.pass(Duration.ofMinutes(19));
      maya.texts("is anybody there?");
      assertThat(maya.shows()).hasSize(1);
      world.clock.pass(Duration.ofMinutes(2));
      assertThat(maya.receives(2)).contains("nobody").contains("continue").contains("988");
      world.clock.pass(Duration.ofHours(2));
      maya.texts("hello?");
      Await.until("timeline", () -> gates(world, "waits_for_human").equals("2"));
      assertThat(maya.shows()).hasSize(2);
    }
  }

  @Test
  void whomAnOperatorHasTakenIsNotToldSo() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      maya.texts("talk to a human");
      maya.receives(1);
      world.run("UPDATE gateway.takeovers SET operator_id = user_id");
      world.clock.pass(Duration.ofMinutes(31));
      Await.until(
          "the task's end",
          () ->
              world
                  .one("SELECT count(*) FROM gateway.tasks WHERE task_name = 'handover'")
                  .equals("0"));
      assertThat(maya.shows()).hasSize(1);
    }
  }

  @Test
  void outsideHoursTheWaitBeginsWithTheNextOpening() {
    try (World world = World.brisk()) {
      Someone maya =
          world
              .person("Maya", NUMBER)
              .configured(
                  "response_delay_seconds, business_hours_enabled, business_hours_start,"
                      + " business_hours_end, business_timezone",
                  "0, true, ('%1$s'::timestamptz AT TIME ZONE 'UTC')::time + interval '2 hours', ('%1$s'::timestamptz AT TIME ZONE 'UTC')::time + interval '4 hours', 'UTC'"
                      .formatted(world.clock.instant()));
      maya.texts("talk to a human");
      assertThat(maya.receives(1)).contains("our team");
      assertThat(
              world.one(
                  "SELECT count(*) FROM gateway.tasks t WHERE task_name = 'handover'"
                      + " AND execution_time > '%s'"
                          .formatted(world.clock.instant().plus(Duration.ofMinutes(145)))))
          .isEqualTo("1");
    }
  }

  private static int mails(World world) {
    return world.simulation.mail().mailsTo(DESK).size();
  }

  private static String mail(World world) {
    return world.simulation.mail().mailsTo(DESK).getFirst().text();
  }

  private static String gates(World world, String decision) {
    return world.one(
        "SELECT count(*) FROM gateway.gate_decisions WHERE decision = '%s'".formatted(decision));
  }
}
