package ai.therapysync.gateway.story;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.gateway.simulator.network.Fault;
import ai.therapysync.gateway.simulator.network.Trouble;
import ai.therapysync.gateway.simulator.network.Troubles;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a message gets out: once, in order, and what is seen of it. */
final class SendingTest {
  private static final String NUMBER = "+12025550141";
  private static final String AI = " FROM whatsapp_messages WHERE sender_type = 'ai'";

  @Test
  void rule06_theMessagesRowShowsHowFarItHasComeAndNothingGoesBackwards() {
    try (FakeTwilio twilio = new FakeTwilio();
        World world = World.brisk(twilio.environment())) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      Wire wire = new Wire(world);
      twilio.answers(FakeTwilio.taken("SMout1"));
      Map<String, String> in = Wire.sms("SMin1", NUMBER, "hello there");
      in.put("To", "+12025550109");
      wire.message(in);
      row(world, "channel || ' ' || coalesce(whatsapp_message_id, '')", "sms SMout1");
      assertThat(twilio.handed().getFirst())
          .containsEntry("From", "+12025550109")
          .containsEntry("To", NUMBER)
          .doesNotContainKey("MessagingServiceSid");
      assertThat(
              world.one(
                  "SELECT delivery_status || ' ' || whatsapp_message_id || ' ' || channel"
                      + " FROM whatsapp_messages WHERE sender_type = 'user'"))
          .isEqualTo("received SMin1 sms");

      for (String word : List.of("sent", "delivered", "sent", "queued", "undelivered", "odd")) {
        assertThat(wire.status("SMout1", word).statusCode()).isEqualTo(200);
      }
      row(world, "delivery_status", "delivered");
      wire.status("SMout1", "read");
      wire.status("SMout1", "failed", "30008");
      row(world, "delivery_status", "read");

      twilio.answers(FakeTwilio.taken("SMout2"));
      maya.texts("one thing more");
      Await.until("the second", () -> world.one("SELECT count(*)" + AI).equals("2"));
      Await.until("handed over", () -> twilio.handed().size() == 2);
      Await.until(
          "its id",
          () ->
              world
                  .one("SELECT count(*)" + AI + " AND whatsapp_message_id = 'SMout2'")
                  .equals("1"));
      wire.status("SMout2", "undelivered", "30005");
      wire.status("SMout2", "delivered");
      assertThat(
              world.one(
                  "SELECT delivery_status || ': ' || error_message"
                      + AI
                      + " AND whatsapp_message_id = 'SMout2'"))
          .startsWith("failed: ")
          .contains("30005");
    }
  }

  @Test
  void rule06_aStatusThatComesBeforeTheIdIsKnownIsKeptAndApplied() {
    try (FakeTwilio twilio = new FakeTwilio();
        World world = World.brisk(twilio.environment())) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      Wire wire = new Wire(world);
      wire.status("SMearly", "delivered");
      wire.status("SMearly", "sent");
      twilio.answers(FakeTwilio.taken("SMearly"));
      maya.texts("hello there");
      row(world, "delivery_status", "delivered");
      assertThat(world.one("SELECT count(*) FROM gateway.status_reports WHERE applied"))
          .isEqualTo("2");
    }
  }

  @Test
  void rule06_aFailureThatComesBeforeTheIdMeansWhatItWouldHaveMeantAfterwards() {
    try (FakeTwilio twilio = new FakeTwilio();
        World world = World.brisk(twilio.environment())) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      Wire wire = new Wire(world);
      wire.status("SMcrowded", "failed", "63018");
      twilio.answers(FakeTwilio.taken("SMcrowded"));
      maya.texts("hello there");
      Await.until(
          "applied",
          () -> world.one("SELECT count(*) FROM gateway.status_reports WHERE applied").equals("1"));
      twilio.answers(FakeTwilio.taken("SMagain"));
      world.clock.pass(Duration.ofSeconds(10));
      row(world, "whatsapp_message_id", "SMagain");
      assertThat(new HashSet<>(texts(twilio))).hasSize(1);

      wire.status("SMstopped", "failed", "21610");
      twilio.answers(FakeTwilio.taken("SMstopped"));
      Someone tom = world.person("Tom", "+12025550182").unhurried();
      tom.texts("hello there");
      Await.until("a stop", () -> world.one("SELECT count(*) FROM gateway.opt_outs").equals("1"));
    }
  }

  @Test
  void rule10_aMessageThatIsThrottledAfterwardsGoesOutOnceMoreAndIsNotShownAsFailed() {
    try (FakeTwilio twilio = new FakeTwilio();
        World world = World.brisk(twilio.environment())) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      Wire wire = new Wire(world);
      twilio.answers(FakeTwilio.taken("SMfirst"));
      maya.texts("hello there");
      row(world, "whatsapp_message_id", "SMfirst");
      twilio.answers(FakeTwilio.taken("SMsecond"));
      wire.status("SMfirst", "failed", "63018");
      wire.status("SMfirst", "failed", "63018");
      row(world, "delivery_status", "queued");
      world.clock.pass(Duration.ofSeconds(10));
      row(world, "whatsapp_message_id", "SMsecond");
      wire.status("SMfirst", "failed", "63018");
      wire.status("SMsecond", "delivered");
      row(world, "delivery_status", "delivered");
      world.clock.pass(Duration.ofMinutes(2));
      maya.texts("and now?");
      Await.until("the next", () -> twilio.handed().size() == 3);
      assertThat(new HashSet<>(texts(twilio))).hasSize(2);
    }
  }

  @Test
  void rule10_whatIsThrottledComesAgainWithinTenSecondsAndTheNextWaitsForIt() {
    try (FakeTwilio twilio = new FakeTwilio();
        World world = World.brisk(twilio.environment())) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      twilio.answers(aResponse().withStatus(429).withBody("{\"code\": 20429}"));
      maya.texts("first things first");
      Await.until("tried", () -> twilio.handed().size() == 1);
      maya.texts("and then the second");
      Await.until("two answers", () -> world.one("SELECT count(*)" + AI).equals("2"));
      twilio.answers(FakeTwilio.taken("SMlate"));
      world.clock.pass(Duration.ofSeconds(10));
      Await.until("all", () -> twilio.handed().size() == 3);
      List<String> texts = texts(twilio);
      assertThat(texts.get(1)).isEqualTo(texts.get(0));
      assertThat(texts.get(2)).isNotEqualTo(texts.get(0));
    }
  }

  @Test
  void rule13_afterALostAnswerTheProviderIsAskedAndNothingIsSentTwice() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      world.simulation.network().fault(NUMBER, Fault.LOST_ANSWER);
      maya.texts("hello there");
      maya.receives(1);
      Await.until("known", () -> status(world).equals("delivered"));
      world.simulation.network().mend(NUMBER);
      maya.texts("and one more");
      maya.receives(2);
      assertThat(maya.shows()).hasSize(2).doesNotHaveDuplicates();
    }
  }

  @Test
  void whatFailedForAWhileAfterItsAnswerWasLostIsSentAgainThoughOnlyTheListTellsOfIt() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      Troubles troubles = world.simulation.network().troubles();
      troubles.begin(Trouble.next(1, Fault.LATE_STATUS));
      troubles.begin(Trouble.next(1, Fault.THROTTLED_LATER));
      troubles.begin(Trouble.next(1, Fault.LOST_ANSWER));
      maya.texts("hello there");
      Await.until("failed on the network", () -> maya.shows().size() == 1);
      Await.until(
          "tried", () -> world.one("SELECT attempts::text FROM gateway.outbox").equals("1"));
      world.clock.pass(Duration.ofSeconds(3));
      Await.until("asked", () -> status(world).equals("queued"));
      Await.until(
          "known to have failed",
          () ->
              world
                  .one("SELECT count(*) FROM gateway.deliveries WHERE error_code = '63018'")
                  .equals("1"));
      world.clock.pass(Duration.ofSeconds(10));
      Await.until("delivered", () -> status(world).equals("delivered"));
      assertThat(maya.shows()).hasSize(2);
      assertThat(new HashSet<>(maya.shows())).hasSize(1);
    }
  }

  @Test
  void rule13_aLostAnswerWithoutACallbackIsSettledByTheProvidersList() {
    try (FakeTwilio twilio = new FakeTwilio();
        World world = World.brisk(twilio.environment())) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      twilio.answers(aResponse().withStatus(500));
      twilio.lists();
      maya.texts("hello there");
      Await.until("tried", () -> twilio.handed().size() == 1);
      twilio.answers(FakeTwilio.taken("SMagain"));
      world.clock.pass(Duration.ofSeconds(3));
      row(world, "whatsapp_message_id", "SMagain");
      assertThat(twilio.asked()).isPositive();
      assertThat(twilio.handed()).hasSize(2);
    }
  }

  @Test
  void messagesOfAConversationKeepTheirOrder() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      for (int i = 0; i < 6; i++) {
        maya.texts("thought number " + i);
      }
      String answers = "SELECT count(*) FROM gateway.turns WHERE state IN ('waiting', 'taken')";
      Await.until("all taken", () -> world.one(answers).equals("0"));
      String sent = world.one("SELECT count(*)" + AI);
      maya.receives(Integer.parseInt(sent));
      assertThat(maya.shows(ChannelName.SMS)).hasSize(Integer.parseInt(sent));
      assertThat(
              world.one(
                  "SELECT count(*) FROM gateway.deliveries a JOIN gateway.outbox x"
                      + " ON x.id = a.outbox_id JOIN gateway.outbox y ON y.seq < x.seq"
                      + " JOIN gateway.deliveries b ON b.outbox_id = y.id"
                      + " WHERE b.accepted_at > a.started_at"))
          .isEqualTo("0");
    }
  }

  @Test
  void rule15_aSendersRateIsSharedWithOtherNodesThatSend() {
    try (World world = World.with(Map.of("SMS_SEGMENTS_PER_SECOND", "0.1"))) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      world.run("INSERT INTO gateway.nodes VALUES ('other', now() + interval '1 day')");
      maya.texts("hello there");
      maya.receives(1);
      Await.until("counted", () -> nodes(world).equals("2"));
      maya.texts("and one thing more");
      String waits = "SELECT count(*) FROM gateway.outbox WHERE state = 'waiting' AND attempts >= ";
      Await.until("tried", () -> world.one(waits + 1).equals("1"));
      world.clock.pass(Duration.ofSeconds(13));
      Await.until("tried again", () -> world.one(waits + 2).equals("1"));
      assertThat(maya.shows()).hasSize(1);
      world.clock.pass(Duration.ofSeconds(20));
      maya.receives(2);

      world.stop();
      assertThat(world.one("SELECT string_agg(name, ',') FROM gateway.nodes")).isEqualTo("other");
    }
  }

  private static String nodes(World world) {
    return world.one("SELECT count(*) FROM gateway.nodes");
  }

  @Test
  void rule11_anAnswerThatWhatsappTakesNoLongerArrivesBySmsAndIsNotShownAsFailed() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      world.simulation.network().fault(NUMBER, Fault.WINDOW_CLOSED);
      maya.sends(ChannelName.WHATSAPP, "are you still there?");
      maya.receives(1);
      assertThat(world.one("SELECT string_agg(channel, ' ' ORDER BY seq) FROM gateway.outbox"))
          .isEqualTo("whatsapp sms");
      row(world, "delivery_status", "delivered");
    }
  }

  @Test
  void rule09_afterAStopAnOrdinaryAnswerLooksForNoOtherWay() {
    try (FakeTwilio twilio = new FakeTwilio();
        World world = World.brisk(twilio.environment())) {
      world.person("Maya", NUMBER).unhurried();
      twilio.answers(FakeTwilio.refused(400, 21610));
      new Wire(world).message(Wire.whatsapp(Wire.newId(), NUMBER, "hello"));
      row(world, "delivery_status", "failed");
      assertThat(twilio.handed()).hasSize(1);
      assertThat(world.one("SELECT count(*) FROM gateway.opt_outs")).isEqualTo("1");
    }
  }

  private static void row(World world, String column, String value) {
    Await.until(value + ", not " + read(world, column), () -> read(world, column).equals(value));
  }

  private static String read(World world, String column) {
    return world.one("SELECT coalesce((SELECT " + column + AI + " LIMIT 1), 'none')");
  }

  private static String status(World world) {
    return read(world, "delivery_status");
  }

  private static List<String> texts(FakeTwilio twilio) {
    return twilio.handed().stream().map(form -> form.getOrDefault("Body", "")).toList();
  }
}
