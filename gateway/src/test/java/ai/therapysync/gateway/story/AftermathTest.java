package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.message.ChannelName;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How an incident comes to its end: a day, three days, and the person's own word. */
final class AftermathTest {
  private static final String CRY = "I want to kill myself";

  private World world;
  private Someone maya;
  private Contact tom;

  @BeforeEach
  void mayaCriedAndTomIsWithHer() {
    world = World.brisk(Map.of());
    maya = world.person("Maya", "+12025550141");
    maya.configured(
        "business_hours_enabled, business_hours_start, business_hours_end",
        "true, '00:00', '24:00'");
    tom = world.contact(maya, "Tom", "+12025550151", "");
  }

  private void tomHasIt() {
    tom.isPaged();
    tom.texts("1");
    maya.incidentIs("acknowledged");
    world.clock.pass(Duration.ofMinutes(15));
    tom.receives("Did you reach Maya");
    tom.texts("1");
    Await.until(
        "reached", () -> world.one("SELECT reached FROM gateway.escalations").equals("reached"));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private void aDayPasses() {
    world.clock.pass(Duration.ofDays(1));
  }

  @Test
  void askedAfterADayAndQuietForThreeItEndsAndTheContactHearsIt() {
    maya.texts(CRY);
    maya.receives(1);
    tomHasIt();
    aDayPasses();
    String asked = maya.receives("this is your AI companion");
    assertThat(asked)
        .contains("Maya", "988")
        .endsWith("safe right now?\n1 I'm safe\n2 I need help");
    maya.texts("1");
    maya.receives("I'm glad to hear that");
    assertThat(maya.incident("follow_up_required")).isEqualTo("false");
    world.clock.pass(Duration.ofDays(3));
    maya.incidentIs("resolved");
    tom.receives("It is over");
    assertThat(maya.incident("completed_at")).isNotEqualTo("null");
    maya.texts("good morning");
    Await.until(
        "an ordinary turn", () -> !world.one("SELECT count(*) FROM gateway.turns").equals("0"));
  }

  @Test
  void theCheckInOfSomeoneWhoWroteByWhatsappComesBySmsSinceTheWindowIsClosed() {
    maya.sends(ChannelName.WHATSAPP, CRY);
    tomHasIt();
    aDayPasses();
    maya.receives("this is your AI companion");
  }

  @Test
  void withoutAnAnswerItStaysOpenAndOperatorsAreAsked() {
    maya.texts(CRY);
    tomHasIt();
    for (int day = 0; day < 4; day++) {
      aDayPasses();
      int asked = day;
      Await.until(
          "check-in " + day,
          () -> Integer.parseInt(world.one("SELECT check_ins FROM gateway.escalations")) > asked);
    }
    Await.until(
        "operators",
        () ->
            world.simulation.mail().mailsTo("desk@therapysync.example").stream()
                .anyMatch(mail -> mail.text().contains("has not answered")));
    assertThat(maya.incident("status")).isEqualTo("acknowledged");
  }

  @Test
  void aNoIsACryAndTheResponderHearsIt() {
    maya.texts(CRY);
    tomHasIt();
    aDayPasses();
    maya.receives("this is your AI companion");
    maya.texts("no");
    tom.receives("needs you again, now");
  }
}
