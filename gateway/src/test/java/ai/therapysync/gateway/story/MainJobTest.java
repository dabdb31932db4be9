package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.message.ChannelName;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The main job: a message comes in, an answer goes out, a cry for help reaches people. */
final class MainJobTest {
  private static final String CRY = "I want to die. I am going to kill myself tonight";

  @Test
  void aMessageIsAnsweredOnTheChannelOnWhichItCame() {
    try (World world = World.open()) {
      Someone maya = world.person("Maya", "+12025550141").unhurried();
      assertThat(maya.texts("I can't sleep before my exam")).isEqualTo(200);
      maya.receives(1);
      maya.sends(ChannelName.WHATSAPP, "are you there?");
      Await.until("an answer by WhatsApp", () -> maya.shows(ChannelName.WHATSAPP).size() == 1);
      Await.until(
          "both delivered",
          () ->
              world
                  .one(
                      "SELECT count(*) FROM whatsapp_messages WHERE sender_type = 'ai'"
                          + " AND delivery_status = 'delivered'")
                  .equals("2"));
      assertThat(maya.shows()).hasSize(1);
    }
  }

  @Test
  void aCryForHelpReachesTheContactWhoAcknowledges() {
    try (World world = World.open()) {
      Someone maya = world.person("Maya", "+12025550141");
      Contact tom = world.contact(maya, "Tom", "+12025550151", "tom@example.org");
      maya.texts(CRY);
      maya.receives("988");
      tom.isPaged();
      tom.isMailed(1);
      assertThat(tom.pages().getFirst())
          .contains("Maya")
          .contains("reply 1")
          .doesNotContain("Vale");
      maya.incidentIs("notified");
      tom.texts("1");
      maya.incidentIs("acknowledged");
      tom.receives("reply 2");
    }
  }

  @Test
  void theNextContactIsAskedWhenTheFirstIsSilentAndTheLadderEndsWithOperators() {
    try (World world = World.with(Map.of("ESCALATION_ROUNDS", "1"))) {
      Someone maya = world.person("Maya", "+12025550141");
      Contact tom = world.contact(maya, "Tom", "+12025550151", "");
      Contact ana = world.contact(maya, "Ana", "+12025550152", "");
      maya.texts(CRY);
      tom.isPaged();
      assertThat(ana.pages()).isEmpty();
      world.clock.pass(Duration.ofMinutes(5));
      ana.isPaged();
      world.clock.pass(Duration.ofMinutes(5));
      maya.incidentIs("unanswered");
      Await.until(
          "operators",
          () -> !world.simulation.mail().mailsTo("desk@therapysync.example").isEmpty());
      ana.texts("ok!");
      maya.incidentIs("acknowledged");
    }
  }
}
