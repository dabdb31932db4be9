package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.gateway.simulator.network.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a provider's webhook is answered, and what is stored then. */
final class WebhookTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String STORED =
      "SELECT (SELECT count(*) FROM gateway.inbound) + (SELECT count(*) FROM whatsapp_messages)";

  @Test
  void whatIsForgedUnreadableOrTooLargeIsRefusedAndNothingIsStored() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", "+12025550141").unhurried();
      Wire wire = new Wire(world);
      Map<String, String> form = Wire.sms(Wire.newId(), maya.number, "I want to die tonight");
      byte[] body = Wire.encode(form);
      String url = world.url() + Wire.MESSAGES;
      String good = Wire.sign(url, form, world.set("TWILIO_AUTH_TOKEN"));

      assertThat(wire.post(Wire.MESSAGES, FORM, body, "").statusCode()).isEqualTo(403);
      assertThat(wire.post(Wire.MESSAGES, FORM, body, "AAAA").statusCode()).isEqualTo(403);
      String wrongKey = Wire.sign(url, form, "0123456789abcdef");
      assertThat(wire.post(Wire.MESSAGES, FORM, body, wrongKey).statusCode()).isEqualTo(403);
      form.put("Body", "something else");
      assertThat(wire.post(Wire.MESSAGES, FORM, Wire.encode(form), good).statusCode())
          .isEqualTo(403);
      assertThat(wire.post(Wire.MESSAGES, FORM, bytes("%zz{\"a\":1"), good).statusCode())
          .isEqualTo(400);
      assertThat(wire.post(Wire.MESSAGES, "text/plain", bytes("hello"), good).statusCode())
          .isEqualTo(400);
      byte[] large = bytes("Body=" + "a".repeat(3 * 1024 * 1024 + 1));
      assertThat(wire.post(Wire.MESSAGES, FORM, large, "").statusCode()).isEqualTo(413);
      assertThat(wire.post(Wire.STATUSES, FORM, body, "").statusCode()).isEqualTo(403);

      assertThat(world.one(STORED)).isEqualTo("0");
      assertThat(world.one("SELECT count(*) FROM gateway.status_reports")).isEqualTo("0");
      assertThat(maya.incident("status")).isEqualTo("none");
    }
  }

  @Test
  void oddMessagesAreStoredAndAnswered() {
    try (World world = World.brisk()) {
      Wire wire = new Wire(world);
      List<Map<String, String>> odd = new ArrayList<>();
      String number = "+120255501";
      odd.add(Wire.sms(Wire.newId(), number + "40", ""));
      odd.add(Wire.sms(Wire.newId(), number + "41", "\ud83d\ude42".repeat(1600)));
      odd.add(
          Wire.sms(Wire.newId(), number + "42", "so\u0000 tired\u0001\u0007\u001b today\uffff"));
      Map<String, String> media = Wire.whatsapp(Wire.newId(), number + "43", "");
      media.put("NumMedia", "1");
      media.put("MediaUrl0", "https://example.org/1");
      media.put("MediaContentType0", "quantum/thing");
      odd.add(media);
      Map<String, String> place = Wire.whatsapp(Wire.newId(), number + "44", "");
      place.put("Latitude", "52.5");
      place.put("Longitude", "13.4");
      odd.add(place);
      odd.add(Wire.sms(Wire.newId(), number + "45", "\ud83d\ude42".repeat(200_000)));
      for (int i = 0; i < odd.size(); i++) {
        world.person("Person" + i, number + (40 + i)).unhurried();
      }

      for (Map<String, String> form : odd) {
        assertThat(wire.message(form).statusCode()).isEqualTo(200);
      }

      String answered = "SELECT count(*) FROM whatsapp_messages WHERE sender_type = 'ai'";
      Await.until(
          "an answer to each", () -> world.one(answered).equals(String.valueOf(odd.size())));
      assertThat(world.one("SELECT count(*) FROM gateway.inbound"))
          .isEqualTo(String.valueOf(odd.size()));
      assertThat(
              world.one(
                  "SELECT string_agg(message_type, ' ' ORDER BY address) FROM gateway.inbound"))
          .isEqualTo("unsupported text text unsupported location text");
    }
  }

  @Test
  void theSameMessageTwiceIsStoredOnceAndAnsweredOnce() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", "+12025550141").unhurried();
      Someone ben = world.person("Ben", "+12025550142").unhurried();
      Wire wire = new Wire(world);
      Map<String, String> once = Wire.sms(Wire.newId(), maya.number, "hello there");

      assertThat(wire.message(once).statusCode()).isEqualTo(200);
      maya.receives(1);
      assertThat(wire.message(once).statusCode()).isEqualTo(200);

      Map<String, String> atOnce = Wire.whatsapp(Wire.newId(), ben.number, "hello from me");
      List<CompletableFuture<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        answers.add(CompletableFuture.supplyAsync(() -> wire.message(atOnce).statusCode()));
      }
      assertThat(answers).allMatch(answer -> answer.join() == 200);
      Await.until("an answer", () -> ben.shows(ChannelName.WHATSAPP).size() == 1);
      world.clock.pass(Duration.ofMinutes(1));
      ben.sends(ChannelName.WHATSAPP, "and now something new");
      Await.until("the next answer", () -> ben.shows(ChannelName.WHATSAPP).size() == 2);

      assertThat(maya.shows()).hasSize(1);
      assertThat(world.one("SELECT count(*) FROM gateway.inbound")).isEqualTo("3");
      assertThat(world.one("SELECT count(*) FROM whatsapp_messages WHERE sender_type = 'user'"))
          .isEqualTo("3");
      assertThat(world.one("SELECT count(*) FROM gateway.turns")).isEqualTo("3");
    }
  }

  @Test
  void theSameCryAtTheSameInstantOpensOneIncident() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", "+12025550141");
      Contact tom = world.contact(maya, "Tom", "+12025550151", "");
      Wire wire = new Wire(world);
      Map<String, String> cry =
          Wire.sms(Wire.newId(), maya.number, "I am going to kill myself tonight");
      List<CompletableFuture<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        answers.add(CompletableFuture.supplyAsync(() -> wire.message(cry).statusCode()));
      }
      assertThat(answers).allMatch(answer -> answer.join() == 200);

      assertThat(world.one("SELECT count(*) FROM crisis_interventions")).isEqualTo("1");
      assertThat(world.one("SELECT count(*) FROM crisis_assessments")).isEqualTo("1");
      maya.receives("988");
      tom.isPaged();
      assertThat(maya.shows()).hasSize(1);
    }
  }

  @Test
  void rule01_whileTheDatabaseIsAwayTheProviderIsAskedToComeAgain() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", "+12025550141").unhurried();
      Wire wire = new Wire(world);
      Map<String, String> form = Wire.sms(Wire.newId(), maya.number, "hello there");

      world.database.closesItsDoors();
      assertThat(wire.message(form).statusCode()).isEqualTo(503);
      world.database.opensItsDoors();
      Await.until("stored on redelivery", () -> wire.message(form).statusCode() == 200);

      maya.receives(1);
      assertThat(world.one("SELECT count(*) FROM gateway.inbound")).isEqualTo("1");
    }
  }

  @Test
  void aPhoneWhoseMessagesArriveTwiceGetsOneAnswerEach() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", "+12025550141").unhurried();
      world.simulation.network().fault(maya.number, Fault.DUPLICATE_WEBHOOK);
      maya.texts("I slept badly");
      maya.receives(1);
      maya.texts("and I have an exam on Friday");
      maya.receives(2);
      assertThat(world.one("SELECT count(*) FROM gateway.inbound")).isEqualTo("2");
      assertThat(maya.shows()).hasSize(2);
    }
  }

  @Test
  void rule01_whatComesAgainByTheFallbackIsStoredAndAnsweredOnce() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", "+12025550141").unhurried();
      Wire wire = new Wire(world);
      Map<String, String> form = Wire.sms(Wire.newId(), maya.number, "hello there");
      assertThat(wire.message(form).statusCode()).isEqualTo(200);
      // As Twilio adds when it took too long for an answer, or did not get it.
      form.put("ErrorCode", "11200");
      form.put("ErrorUrl", world.url() + Wire.MESSAGES);
      assertThat(wire.message(form).statusCode()).isEqualTo(200);
      maya.receives(1);
      maya.texts("and I have an exam on Friday");
      maya.receives(2);
      assertThat(maya.shows()).hasSize(2);
      assertThat(world.one("SELECT count(*) FROM gateway.inbound")).isEqualTo("2");
    }
  }

  @Test
  void rule01_anIdleGatewayAnswersQuickly() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", "+12025550141").configured("response_delay_seconds", "9");
      Wire wire = new Wire(world);
      List<Long> times = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        long from = System.nanoTime();
        assertThat(wire.texts(maya.number, "today was a quiet day, number " + i)).isEqualTo(200);
        times.add(System.nanoTime() - from);
      }
      times.sort(Long::compare);
      assertThat(Duration.ofNanos(times.get(100))).isLessThan(Duration.ofMillis(100));
    }
  }

  @Test
  void anOrdinaryMessageCostsAtMostSixStatements() {
    try (World world = World.brisk()) {
      Someone maya =
          world.person("Maya", "+12025550141").configured("response_delay_seconds", "3600");
      maya.texts("hello there");
      world.statements.forget();
      maya.texts("today was a quiet day");
      assertThat(world.statements.all()).hasSizeBetween(1, 6);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
