package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.gateway.wiring.Gateway;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rule 18: what Twilio has and never reached us is taken in from its list. */
final class ReconcilerTest {
  private static final String NUMBER = "+12025550161";
  private static final Map<String, String> LOOKING = Map.of("TWILIO_RECONCILE_EVERY", "PT3M");

  @Test
  void rule18_aCryThatCameWhileNobodyWasRunningOpensAnIncidentOnceHoweverLate() {
    try (World world = World.brisk(LOOKING)) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      Contact tom = world.contact(maya, "Tom", "+12025550162", "tom@example.org");
      compared(world);
      world.stop();
      assertThat(maya.texts("I am going to kill myself tonight")).isNotEqualTo(200);
      Instant written = world.clock.instant();
      world.clock.pass(Duration.ofHours(3));
      world.restart();
      maya.incidentIs("notified");
      assertThat(maya.receives(1)).contains("988");
      tom.receives("Maya");
      assertThat(
              Duration.between(
                      Instant.parse(
                          one(
                              world,
                              "to_char(\"timestamp\" AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')")),
                      written)
                  .abs())
          .isLessThan(Duration.ofSeconds(5));
      looksAgain(world);
      assertThat(world.one("SELECT count(*) FROM whatsapp_messages WHERE sender_type = 'user'"))
          .isEqualTo("1");
      assertThat(world.one("SELECT taken_in FROM gateway.reconciliations")).isEqualTo("1");
    }
  }

  @Test
  void rule18_whatWasMissedComesInByItsOrderAndTogetherWithWhatArrivedOnlyOnce() {
    try (World world = World.brisk(LOOKING)) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      maya.texts("Good morning");
      maya.receives(1);
      world.stop();
      maya.texts("My day was long");
      world.clock.pass(Duration.ofSeconds(90));
      maya.sends(ChannelName.WHATSAPP, "and my evening too");
      world.clock.pass(Duration.ofMinutes(40));
      world.restart();
      Await.until("both", () -> texts(world) == 3);
      assertThat(
              world.one(
                  "SELECT string_agg(channel, ' ' ORDER BY \"timestamp\")"
                      + " FROM whatsapp_messages WHERE sender_type = 'user'"))
          .isEqualTo("sms sms whatsapp");
      Await.until(
          "an answer where they wrote last", () -> maya.shows(ChannelName.WHATSAPP).size() == 1);
      String missed =
          world.one(
              "SELECT whatsapp_message_id FROM whatsapp_messages WHERE sender_type = 'user'"
                  + " ORDER BY \"timestamp\" OFFSET 1 LIMIT 1");
      new Wire(world).message(Wire.sms(missed, NUMBER, "My day was long"));
      looksAgain(world);
      assertThat(texts(world)).isEqualTo(3);
    }
  }

  @Test
  void rule18_twoNodesTakeInEachMessageOnce() {
    try (World world = World.brisk(LOOKING)) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      compared(world);
      world.stop();
      for (int day = 1; day <= 12; day++) {
        maya.texts("Day " + day + " was long");
      }
      world.clock.pass(Duration.ofMinutes(30));
      world.restart();
      try (Gateway _ = world.another()) {
        Await.until("all of them", () -> texts(world) == 12);
        looksAgain(world);
        assertThat(texts(world)).isEqualTo(12);
        assertThat(world.one("SELECT taken_in FROM gateway.reconciliations")).isEqualTo("12");
      }
    }
  }

  @Test
  void rule18_anOkFromBeforeAPageDoesNotAcknowledgeIt() {
    try (World world = World.brisk(LOOKING)) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      Contact tom = world.contact(maya, "Tom", "+12025550162", "tom@example.org");
      compared(world);
      world.stop();
      tom.texts("ok");
      world.clock.pass(Duration.ofSeconds(30));
      world.restart();
      maya.texts("I am going to kill myself tonight");
      tom.receives("Maya");
      world.clock.pass(Duration.ofMinutes(4));
      Await.until(
          "it has come in",
          () -> world.one("SELECT taken_in FROM gateway.reconciliations").equals("1"));
      assertThat(maya.incident("status")).isEqualTo("notified");
    }
  }

  @Test
  void rule18_anAnswerOutsideWhatsappsDayGoesBySms() {
    try (World world = World.brisk(LOOKING)) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      compared(world);
      world.stop();
      maya.sends(ChannelName.WHATSAPP, "I had a long day");
      world.clock.pass(Duration.ofHours(30));
      world.restart();
      assertThat(maya.receives(1)).startsWith("Sorry, your message reached me only now. ");
      assertThat(maya.shows(ChannelName.WHATSAPP)).isEmpty();
      maya.texts("It is fine");
      assertThat(maya.receives(2)).doesNotContain("only now");
      assertThat(world.one("SELECT error FROM gateway.outbox WHERE channel = 'whatsapp'"))
          .isEqualTo("window_closed");
    }
  }

  @Test
  void rule18_whenTheListCantBeHadItIsSaidAndMadeUpForLater() {
    try (FakeTwilio twilio = new FakeTwilio();
        World world = World.brisk(LOOKING)) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      compared(world);
      world.stop();
      maya.texts("Is anybody there?");
      String real = world.set("TWILIO_API_BASE_URL");
      world.clock.pass(Duration.ofMinutes(5));
      world.restart(twilio.environment());
      for (int look = 1; look <= 2; look++) {
        int times = look;
        world.clock.pass(Duration.ofMinutes(4));
        Await.until(
            "a failed look",
            () ->
                Integer.parseInt(world.one("SELECT failures FROM gateway.reconciliations"))
                    >= times);
      }
      assertThat(world.page("/health/ready"))
          .contains("reconciler")
          .contains("HTTP 503")
          .doesNotContain(NUMBER);
      assertThat(world.page("/metrics"))
          .contains("gateway_reconciler_failures_total")
          .contains("gateway_reconciler_messages_total 0.0");
      world.restart(Map.of("TWILIO_API_BASE_URL", real));
      world.clock.pass(Duration.ofMinutes(4));
      assertThat(maya.receives(1)).isNotEmpty();
      assertThat(world.one("SELECT failures FROM gateway.reconciliations")).isEqualTo("0");
    }
  }

  private static void compared(World world) {
    Await.until(
        "a first look",
        () -> world.one("SELECT count(*) FROM gateway.reconciliations").equals("1"));
  }

  private static void looksAgain(World world) {
    String before = world.one("SELECT compared_at FROM gateway.reconciliations");
    world.clock.pass(Duration.ofMinutes(4));
    Await.until(
        "another look",
        () -> !world.one("SELECT compared_at FROM gateway.reconciliations").equals(before));
  }

  private static int texts(World world) {
    return Integer.parseInt(
        world.one("SELECT count(*) FROM whatsapp_messages WHERE sender_type = 'user'"));
  }

  private static String one(World world, String column) {
    return world.one("SELECT " + column + " FROM whatsapp_messages WHERE sender_type = 'user'");
  }
}
