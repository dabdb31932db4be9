package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.message.ChannelName;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whose number is it, and what is said at the door. */
final class NumbersTest {
  private static final String NUMBER = "+12025550160";

  @Test
  void aNumberIsVerifiedByItsCodeWhichIsKeptOnlyAsAHash() {
    try (World world = World.brisk()) {
      UUID integration = unverified(world, "+1 (202) 555-0160", "482913");
      Wire wire = new Wire(world);

      wire.texts(NUMBER, "hello?");
      assertThat(code(world, integration)).isNotEqualTo("482913").isNotEqualTo("none");
      receives(world, 1);
      assertThat(verified(world, integration)).isEqualTo("false");
      wire.texts(NUMBER, "111111");
      receives(world, 2);
      assertThat(verified(world, integration)).isEqualTo("false");
      wire.texts(NUMBER, " 482 913 ");
      receives(world, 3);
      assertThat(verified(world, integration)).isEqualTo("true");

      wire.texts(NUMBER, "I could not sleep");
      world.clock.pass(Duration.ofSeconds(3));
      assertThat(receives(world, 4)).containsIgnoringCase("AI");
      assertThat(world.one("SELECT count(*) FROM whatsapp_messages")).isEqualTo("2");
      wire.message(Wire.whatsapp(Wire.newId(), NUMBER, "and here too"));
      world.clock.pass(Duration.ofSeconds(3));
      Await.until(
          "an answer by WhatsApp",
          () -> new Phone(world, NUMBER).shows(ChannelName.WHATSAPP).size() == 1);
    }
  }

  @Test
  void afterFiveWrongTriesTheRightCodeIsNoLongerTaken() {
    try (World world = World.brisk()) {
      UUID integration = unverified(world, NUMBER, "482913");
      Wire wire = new Wire(world);
      for (int i = 0; i < 5; i++) {
        wire.texts(NUMBER, "10000" + i);
        receives(world, i + 1);
      }
      wire.texts(NUMBER, "482913");
      assertThat(verified(world, integration)).isEqualTo("false");
    }
  }

  @Test
  void whoseCodeANumberSendsIsWhoseItIs() {
    try (World world = World.brisk()) {
      UUID stranger = unverified(world, NUMBER, "111111");
      UUID holder = unverified(world, NUMBER, "482913");
      Wire wire = new Wire(world);
      wire.texts(NUMBER, "hello?");
      wire.texts(NUMBER, "482913");
      assertThat(verified(world, holder)).isEqualTo("true");
      assertThat(verified(world, stranger)).isEqualTo("false");
      wire.texts(NUMBER, "111111");
      assertThat(verified(world, stranger)).isEqualTo("false");
    }
  }

  @Test
  void aCodeLivesFifteenMinutesAndABlankOneIsNone() {
    try (World world = World.brisk()) {
      UUID late = unverified(world, NUMBER, "482913");
      UUID blank = unverified(world, "+12025550161", "");
      Wire wire = new Wire(world);
      wire.texts(NUMBER, "hello?");
      wire.texts("+12025550161", "");
      world.clock.pass(Duration.ofMinutes(16));
      wire.texts(NUMBER, "482913");
      receives(world, 2);
      assertThat(verified(world, late)).isEqualTo("false");
      assertThat(verified(world, blank)).isEqualTo("false");

      world.run(
          "UPDATE whatsapp_integrations SET verification_code = 'Blue-42', created_at = '%s'"
              .formatted(world.clock.instant()));
      wire.texts(NUMBER, "blue-42");
      assertThat(verified(world, late)).isEqualTo("true");
    }
  }

  @Test
  void anUnknownNumberSeesTheClosedDoorOnceInThirtyDays() {
    try (World world = World.brisk()) {
      Wire wire = new Wire(world);
      wire.texts(NUMBER, "Hola, me gustaría hablar con alguien sobre mi trabajo");
      assertThat(receives(world, 1)).contains("AYUDA").contains("TherapySync");
      wire.texts(NUMBER, "anybody?");
      world.clock.pass(Duration.ofDays(29));
      wire.texts(NUMBER, "hello again");
      wire.message(Wire.whatsapp(Wire.newId(), NUMBER, "hello again"));
      assertThat(world.one("SELECT count(*) FROM gateway.outbox")).isEqualTo("1");
      world.clock.pass(Duration.ofDays(2));
      wire.texts(NUMBER, "hello again");
      receives(world, 2);
      assertThat(world.one("SELECT count(*) FROM gateway.inbound")).isEqualTo("5");
      assertThat(world.one("SELECT count(*) FROM whatsapp_messages")).isEqualTo("0");
      assertThat(
              world.one("SELECT count(*) FROM gateway.inbound WHERE content NOT LIKE 'sealed:%'"))
          .isEqualTo("0");
    }
  }

  @Test
  void aNumberThatIsNotActiveOrNotVerifiedNamesNobody() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", NUMBER);
      world.run("UPDATE whatsapp_integrations SET is_active = false");
      new Wire(world).texts(NUMBER, "hello");
      assertThat(receives(world, 1)).contains("HELP");
      assertThat(world.one("SELECT count(*) FROM whatsapp_messages")).isEqualTo("0");
      world.run("UPDATE whatsapp_integrations SET is_active = true");
      maya.texts("hello");
      assertThat(world.one("SELECT count(*) FROM whatsapp_messages")).isEqualTo("1");
    }
  }

  @Test
  void stopSilencesOneSenderAndStartBringsItBack() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      maya.sends(ChannelName.WHATSAPP, "Stop.");
      Await.until("one confirmation", () -> whatsapp(maya).size() == 1);
      maya.sends(ChannelName.WHATSAPP, "stop");
      maya.sends(ChannelName.WHATSAPP, "are you there?");
      maya.texts("I am still here by text");
      maya.receives(1);
      assertThat(whatsapp(maya)).hasSize(1);
      maya.sends(ChannelName.WHATSAPP, "START");
      Await.until("a confirmation", () -> whatsapp(maya).size() == 2);
      maya.sends(ChannelName.WHATSAPP, "hello");
      Await.until("an answer", () -> whatsapp(maya).size() == 3);

      maya.texts("STOP");
      maya.texts("hello?");
      assertThat(world.one("SELECT count(*) FROM gateway.opt_outs")).isEqualTo("1");
      assertThat(
              world.one(
                  "SELECT count(*) FROM gateway.outbox WHERE channel = 'sms'"
                      + " AND purpose = 'confirmation'"))
          .isEqualTo("0");
      maya.texts("I want to die, I will kill myself tonight");
      Await.until(
          "the safe reply by the other channel",
          () -> whatsapp(maya).stream().anyMatch(text -> text.contains("988")));
    }
  }

  @Test
  void helpAloneIsACryForHelp() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      maya.texts("HELP");
      assertThat(maya.receives(1)).contains("988").contains("AI");
      assertThat(world.one("SELECT level FROM crisis_assessments")).isEqualTo("concern");
      assertThat(maya.incident("status")).isEqualTo("none");
      new Wire(world).texts("+12025550161", "ayuda");
      Await.until(
          "the line",
          () ->
              new Phone(world, "+12025550161")
                  .shows().stream().anyMatch(text -> text.contains("988")));
    }
  }

  private static List<String> whatsapp(Someone someone) {
    return someone.shows(ChannelName.WHATSAPP);
  }

  private static String receives(World world, int which) {
    return new Phone(world, NUMBER).receives(which);
  }

  private static UUID unverified(World world, String number, String code) {
    UUID person = Someone.account(world, "Maya");
    UUID integration = UUID.randomUUID();
    world
        .sql()
        .useHandle(handle ->
            handle.execute(
                "INSERT INTO whatsapp_integrations (id, user_id, phone_number, verification_code)"
                    + " VALUES (?, ?, ?, ?)",
                integration,
                person,
                number,
                code));
    return integration;
  }

  private static String verified(World world, UUID integration) {
    return world.one(
        "SELECT is_verified::text FROM whatsapp_integrations WHERE id = '" + integration + "'");
  }

  private static String code(World world, UUID integration) {
    return world.one(
        "SELECT coalesce(verification_code, 'none') FROM whatsapp_integrations WHERE id = '"
            + integration
            + "'");
  }
}
