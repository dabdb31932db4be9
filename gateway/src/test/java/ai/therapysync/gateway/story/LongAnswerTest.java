package ai.therapysync.gateway.story;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An answer that no single message holds goes out in parts, in order, and is one message here. */
final class LongAnswerTest {
  private static final String NUMBER = "+12025550141";
  private static final String ANSWER =
      "You had a long day, and I can hear how much of it is still with you tonight. ".repeat(32);

  private final FakeModel model = new FakeModel();
  private final FakeTwilio twilio = new FakeTwilio();

  @BeforeEach
  void say() {
    model.says(ANSWER + "What weighs on you most?");
  }

  @AfterEach
  void stop() {
    model.close();
    twilio.close();
  }

  @Test
  void itArrivesInNumberedPartsAndStandsInOneRow() {
    try (World world = World.brisk(model.environment())) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      maya.texts("I had a long day");
      assertThat(maya.receives(1)).startsWith("(1/2) ").hasSizeBetween(1_400, 1_600);
      assertThat(maya.receives(2)).startsWith("(2/2) ").contains("What weighs on you most?");
      Await.until("delivered", () -> shown(world, "delivery_status").equals("delivered"));
      assertThat(world.one("SELECT count(*) FROM whatsapp_messages WHERE sender_type = 'ai'"))
          .isEqualTo("1");
      assertThat(shown(world, "whatsapp_message_id"))
          .isEqualTo(
              world.one(
                  "SELECT d.provider_message_id FROM gateway.deliveries d"
                      + " JOIN gateway.outbox o ON o.id = d.outbox_id WHERE o.part = 1"));
      assertThat(price(world)).isEqualTo("2 18 GSM-7");
    }
  }

  @Test
  void oneLetterOfAnotherAlphabetIsSeenInThePriceClass() {
    model.says("You had a long day, Łucja. What weighs on you most?");
    try (World world = World.brisk(model.environment())) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      maya.texts("I had a long day");
      maya.receives(1);
      assertThat(price(world)).isEqualTo("1 3 UCS-2");
    }
  }

  private static String price(World world) {
    return world.one(
        "SELECT concat_ws(' ', m.how ->> 'parts', m.how ->> 'segments', m.how ->> 'encoding')"
            + " FROM (SELECT ai_response_metadata AS how FROM whatsapp_messages"
            + " WHERE sender_type = 'ai') m");
  }

  @Test
  void theRowShowsHowFarAllPartsHaveComeAlsoWhenTheGatewayStopsBetweenThem() {
    try (World world = World.with(slowly())) {
      Wire wire = firstPartIsOut(world);
      wire.status("SMone", "delivered");
      assertThat(shown(world, "delivery_status")).isEqualTo("queued");

      world.restart();
      secondPartIsOut(world);
      assertThat(shown(world, "whatsapp_message_id")).isEqualTo("SMone");
      wire.status("SMtwo", "sent");
      assertThat(shown(world, "delivery_status")).isEqualTo("sent");
      wire.status("SMtwo", "delivered");
      assertThat(shown(world, "delivery_status")).isEqualTo("delivered");
      wire.status("SMtwo", "read");
      wire.status("SMone", "read");
      assertThat(shown(world, "delivery_status")).isEqualTo("read");
      assertThat(bodies()).hasSize(2).doesNotHaveDuplicates();
    }
  }

  @Test
  void aPartThatFailedIsTheWholeMessagesFailure() {
    try (World world = World.with(slowly())) {
      Wire wire = firstPartIsOut(world);
      secondPartIsOut(world);
      wire.status("SMtwo", "undelivered", "30005");
      wire.status("SMone", "delivered");
      assertThat(shown(world, "delivery_status || ' ' || error_message"))
          .startsWith("failed ")
          .contains("30005");
    }
  }

  @Test
  void anAnswerThatNoRateHoldsKeepsItsOrderToo() {
    model.says(ANSWER + "Are you thinking of ending your life?");
    Map<String, String> changes = new HashMap<>(model.environment());
    changes.putAll(twilio.environment());
    twilio.answers(aResponse().withStatus(429).withBody("{\"code\": 20429}"));
    try (World world = World.brisk(changes)) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      maya.texts("everyone would be better off without me");
      Await.until("a concern", () -> !bodies().isEmpty());
      assertThat(world.one("SELECT string_agg(DISTINCT purpose, ',') FROM gateway.outbox"))
          .contains("concern_reply");
      world.clock.pass(Duration.ofSeconds(10));
      Await.until("tried again", () -> bodies().size() >= 2);
      assertThat(bodies()).allMatch(body -> body.startsWith("(1/2) "));
      twilio.answers(FakeTwilio.taken("SMone"));
      world.clock.pass(Duration.ofSeconds(10));
      Await.until(
          "the end of it", () -> bodies().stream().anyMatch(body -> body.startsWith("(2/2) ")));
      assertThat(bodies().getLast()).startsWith("(2/2) ").contains("988");
    }
  }

  @Test
  void eachPartOfAnAnswerToAConcernTriesTheOtherChannel() {
    model.says(ANSWER + "Are you thinking of ending your life?");
    Map<String, String> changes = new HashMap<>(model.environment());
    changes.putAll(twilio.environment());
    twilio.answers(aResponse().withStatus(400).withBody("{\"code\": 21610}"));
    twilio.answersWhatsapp(FakeTwilio.taken("SMother"));
    try (World world = World.brisk(changes)) {
      world.person("Maya", NUMBER).unhurried().texts("everyone would be better off without me");
      Await.until("both", () -> byWhatsapp().size() == 2);
      assertThat(byWhatsapp().get(0)).startsWith("(1/2) ");
      assertThat(byWhatsapp().get(1)).startsWith("(2/2) ").contains("988");
      assertThat(shown(world, "delivery_status")).isEqualTo("queued");
    }
  }

  /** One segment a second: the first part leaves a debt, for which the second waits. */
  private Map<String, String> slowly() {
    Map<String, String> changes = new HashMap<>(model.environment());
    changes.putAll(twilio.environment());
    changes.put("SMS_SEGMENTS_PER_SECOND", "1");
    return changes;
  }

  private Wire firstPartIsOut(World world) {
    Someone maya = world.person("Maya", NUMBER).unhurried();
    twilio.answers(FakeTwilio.taken("SMone"));
    maya.texts("I had a long day");
    Await.until("named", () -> shown(world, "whatsapp_message_id").equals("SMone"));
    return new Wire(world);
  }

  private void secondPartIsOut(World world) {
    twilio.answers(FakeTwilio.taken("SMtwo"));
    world.clock.pass(Duration.ofSeconds(20));
    Await.until(
        "the second",
        () ->
            world
                .one("SELECT count(*) FROM gateway.deliveries WHERE provider_message_id = 'SMtwo'")
                .equals("1"));
    assertThat(bodies().get(0)).startsWith("(1/2) ");
    assertThat(bodies().get(1)).startsWith("(2/2) ");
  }

  private List<String> bodies() {
    return twilio.handed().stream().map(form -> form.getOrDefault("Body", "")).toList();
  }

  private List<String> byWhatsapp() {
    return twilio.handed().stream()
        .filter(form -> form.getOrDefault("To", "").startsWith("whatsapp:"))
        .map(form -> form.getOrDefault("Body", ""))
        .toList();
  }

  private static String shown(World world, String column) {
    return world.one(
        "SELECT coalesce((SELECT "
            + column
            + " FROM whatsapp_messages WHERE sender_type = 'ai' LIMIT 1), 'none')");
  }
}
