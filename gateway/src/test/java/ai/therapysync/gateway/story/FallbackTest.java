package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.gateway.simulator.network.Fault;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of a message that can't go by the way it was meant to go. */
final class FallbackTest {
  private static final String NUMBER = "+12025550141";
  private static final String INVITATION = "HX00000000000000000000000000000001";
  private static final String CALL = "HX00000000000000000000000000000002";
  private static final Map<String, String> TEMPLATES =
      Map.of("TWILIO_TEMPLATE_REPLY_EN", INVITATION, "TWILIO_TEMPLATE_PAGE_EN", CALL);
  private static final String SHOWN = " FROM whatsapp_messages WHERE sender_type = 'ai'";
  private static final ZoneId UTC = ZoneId.of("UTC");

  private static World withTemplates(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(TEMPLATES);
    all.putAll(more);
    return World.brisk(all);
  }

  private static void shows(World world, String column, String value) {
    Await.until(column + " " + value, () -> read(world, column).equals(value));
  }

  private static String read(World world, String column) {
    return world.one(
        "SELECT coalesce((SELECT " + column + SHOWN + " ORDER BY \"timestamp\" LIMIT 1), 'none')");
  }

  private static void outbox(World world, String expected) {
    String rows =
        "SELECT coalesce(string_agg(channel || coalesce(':' || template, '') || ' ' || state, ', '"
            + " ORDER BY seq), '') FROM gateway.outbox WHERE purpose <> 'away'";
    Await.until("an outbox with " + expected, () -> world.one(rows).equals(expected));
  }

  /** Someone who writes by WhatsApp while we are closed, and is answered a day and a half later. */
  private static Someone waitsOverTheWeekend(World world) {
    Someone maya = world.person("Maya", NUMBER);
    maya.configured(
        "response_delay_seconds, business_hours_enabled, business_hours_start,"
            + " business_hours_end, business_timezone",
        "0, true, '08:00', '20:00', 'UTC'");
    ZonedDateTime now = world.clock.instant().atZone(UTC);
    ZonedDateTime evening = now.with(LocalTime.of(21, 0));
    world.clock.goTo((evening.isAfter(now) ? evening : evening.plusDays(1)).toInstant());
    maya.sends(ChannelName.WHATSAPP, "my sister and I had a quarrel");
    Await.until("the away message", () -> maya.shows(ChannelName.WHATSAPP).size() == 1);
    world.clock.pass(Duration.ofHours(36));
    return maya;
  }

  @Test
  void rule26_anAnswerAfterTheWeekendIsAnnouncedByATemplateAndComesWhenTheyWrite() {
    try (World world = withTemplates(Map.of())) {
      world.simulation.network().strictWindow(true);
      Someone maya = waitsOverTheWeekend(world);
      outbox(world, "whatsapp deferred, whatsapp:reply accepted");
      shows(world, "delivery_status", "delivered");
      assertThat(maya.shows(ChannelName.WHATSAPP).getLast()).contains(INVITATION);
      assertThat(maya.shows()).isEmpty();

      maya.sends(ChannelName.WHATSAPP, "here I am");
      Await.until("both answers", () -> maya.shows(ChannelName.WHATSAPP).size() == 4);
      List<String> shown = maya.shows(ChannelName.WHATSAPP);
      assertThat(shown.subList(2, 4)).doesNotHaveDuplicates();
      outbox(world, "whatsapp accepted, whatsapp:reply accepted, whatsapp accepted");
      assertThat(
              world.one(
                  "SELECT string_agg(d.channel || coalesce(':' || o.template, ''), ' '"
                      + " ORDER BY d.started_at) FROM gateway.deliveries d"
                      + " JOIN gateway.outbox o ON o.id = d.outbox_id WHERE o.purpose = 'reply'"))
          .isEqualTo("whatsapp:reply whatsapp whatsapp");
    }
  }

  @Test
  void whoAnswersAnInvitationBySmsIsAnsweredThere() {
    try (World world = withTemplates(Map.of())) {
      Someone maya = waitsOverTheWeekend(world);
      outbox(world, "whatsapp deferred, whatsapp:reply accepted");
      maya.texts("here I am");
      maya.receives(2);
      assertThat(maya.shows(ChannelName.WHATSAPP)).hasSize(2);
    }
  }

  @Test
  void whoAnswersAnInvitationWithStopHearsNothingMore() {
    try (World world = withTemplates(Map.of())) {
      Someone maya = waitsOverTheWeekend(world);
      outbox(world, "whatsapp deferred, whatsapp:reply accepted");
      maya.sends(ChannelName.WHATSAPP, "STOP");
      outbox(world, "whatsapp failed, whatsapp:reply accepted, whatsapp accepted");
      shows(world, "delivery_status", "failed");
      assertThat(maya.shows()).isEmpty();
      assertThat(
              world.one(
                  "SELECT error FROM gateway.outbox WHERE template IS NULL"
                      + " AND purpose = 'reply'"))
          .isEqualTo("opted_out");
    }
  }

  @Test
  void rule26_theDayCountsFromTheirLastMessage() {
    try (World world = withTemplates(Map.of("TWILIO_SMS_FROM", ""))) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      maya.sends(ChannelName.WHATSAPP, "hello");
      Await.until("an answer", () -> maya.shows(ChannelName.WHATSAPP).size() == 1);
      world.clock.pass(Duration.ofHours(20));
      maya.sends(ChannelName.WHATSAPP, "good morning");
      Await.until("another", () -> maya.shows(ChannelName.WHATSAPP).size() == 2);

      world.clock.pass(Duration.ofMinutes(23 * 60 + 59));
      operatorWrites(world, maya);
      Await.until("her words", () -> maya.shows(ChannelName.WHATSAPP).size() == 3);
      assertThat(maya.shows(ChannelName.WHATSAPP).getLast()).isEqualTo("Ana here, of the team");

      world.clock.pass(Duration.ofMinutes(1));
      operatorWrites(world, maya);
      Await.until("an invitation", () -> maya.shows(ChannelName.WHATSAPP).size() == 4);
      assertThat(maya.shows(ChannelName.WHATSAPP).getLast()).contains(INVITATION);
    }
  }

  private static void operatorWrites(World world, Someone person) {
    String words = "{\"content\": \"Ana here, of the team\"}";
    Client support = Client.operator(world, "support_admin");
    assertThat(support.post("/users/" + person.id + "/messages", words).status()).isEqualTo(201);
  }

  @Test
  void anOperatorsWordsAreAnnouncedWhereOnlyWhatsappIsOn() {
    try (World world = withTemplates(Map.of("TWILIO_SMS_FROM", ""))) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      maya.sends(ChannelName.WHATSAPP, "hello");
      Await.until("an answer", () -> maya.shows(ChannelName.WHATSAPP).size() == 1);
      world.clock.pass(Duration.ofHours(25));
      Client support = Client.operator(world, "support_admin");
      String words = "{\"content\": \"Ana here, of the team\"}";
      assertThat(support.post("/users/" + maya.id + "/messages", words).text("channel"))
          .isEqualTo("whatsapp");
      Await.until("the invitation", () -> maya.shows(ChannelName.WHATSAPP).size() == 2);
      assertThat(support.post("/users/" + maya.id + "/messages", words).status()).isEqualTo(201);
      outbox(
          world,
          "whatsapp accepted, whatsapp deferred, whatsapp:reply accepted, whatsapp deferred");
      maya.sends(ChannelName.WHATSAPP, "here I am");
      Await.until("all", () -> maya.shows(ChannelName.WHATSAPP).size() >= 4);
      assertThat(maya.shows(ChannelName.WHATSAPP).subList(2, 4))
          .containsOnly("Ana here, of the team");
    }
  }

  @Test
  void rule26_withoutATemplateTheWordsGoBySms() {
    try (World world = World.brisk()) {
      Someone maya = waitsOverTheWeekend(world);
      maya.receives(1);
      outbox(world, "whatsapp failed, sms accepted");
      assertThat(maya.shows(ChannelName.WHATSAPP)).hasSize(1);
    }
  }

  @Test
  void anInvitationThatDoesNotArriveGivesWayToAnSmsAndNothingIsSaidTwice() {
    try (FakeTwilio twilio = new FakeTwilio();
        World world = withTemplates(twilio.environment())) {
      world.person("Maya", NUMBER).unhurried();
      Wire wire = new Wire(world);
      twilio.answers(FakeTwilio.taken("SMwords"));
      wire.message(Wire.whatsapp(Wire.newId(), NUMBER, "hello there"));
      shows(world, "whatsapp_message_id", "SMwords");
      twilio.answers(FakeTwilio.taken("SMinvitation"));
      wire.status("SMwords", "failed", "63016");
      outbox(world, "whatsapp deferred, whatsapp:reply accepted");
      assertThat(twilio.handed().getLast())
          .containsEntry("ContentSid", INVITATION)
          .containsEntry("To", "whatsapp:" + NUMBER)
          .doesNotContainKey("Body")
          .doesNotContainKey("ContentVariables");
      shows(world, "delivery_status", "queued");

      twilio.answers(FakeTwilio.taken("SMsms"));
      wire.status("SMinvitation", "undelivered", "63024");
      wire.status("SMinvitation", "undelivered", "63024");
      outbox(world, "whatsapp failed, whatsapp:reply accepted, sms accepted");
      shows(world, "whatsapp_message_id", "SMsms");
      assertThat(twilio.handed().getLast().get("Body"))
          .isEqualTo(twilio.handed().getFirst().get("Body"));
      assertThat(twilio.handed()).hasSize(3);
      wire.status("SMsms", "undelivered", "30005");
      shows(world, "delivery_status", "failed");
      assertThat(twilio.handed()).hasSize(3);
    }
  }

  @Test
  void rule10_whatMayPassIsTriedOnceMoreAndThenGoesByTheWayThatTheyAlsoUse() {
    try (FakeTwilio twilio = new FakeTwilio();
        World world = World.brisk(twilio.environment())) {
      world.person("Maya", NUMBER).unhurried();
      Wire wire = new Wire(world);
      twilio.answers(FakeTwilio.taken("SMhello"));
      wire.message(Wire.whatsapp(Wire.newId(), NUMBER, "hello there"));
      shows(world, "whatsapp_message_id", "SMhello");
      wire.status("SMhello", "read");

      twilio.answers(FakeTwilio.taken("SMfirst"));
      wire.texts(NUMBER, "and by SMS");
      Await.until("the second", () -> twilio.handed().size() == 2);
      taken(world, "SMfirst");
      twilio.answers(FakeTwilio.taken("SMsecond"));
      wire.status("SMfirst", "undelivered", "30003");
      world.clock.pass(Duration.ofSeconds(61));
      taken(world, "SMsecond");
      assertThat(twilio.handed().getLast()).containsEntry("To", NUMBER);
      twilio.answers(FakeTwilio.taken("SMthird"));
      wire.status("SMsecond", "undelivered", "30003");
      taken(world, "SMthird");
      assertThat(twilio.handed().getLast()).containsEntry("To", "whatsapp:" + NUMBER);
      assertThat(twilio.handed()).hasSize(4);
    }
  }

  private static void taken(World world, String id) {
    Await.until(
        id + " is known",
        () ->
            world
                .one(
                    "SELECT count(*) FROM gateway.deliveries WHERE provider_message_id = '"
                        + id
                        + "'")
                .equals("1"));
  }

  @Test
  void aSafeReplyWaitsForNoInvitation() {
    try (World world = withTemplates(Map.of())) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      world.simulation.network().fault(NUMBER, Fault.WINDOW_CLOSED);
      maya.sends(ChannelName.WHATSAPP, "I am going to kill myself tonight");
      assertThat(maya.receives(1)).contains("988");
      assertThat(world.one("SELECT count(*) FROM gateway.outbox WHERE template IS NOT NULL"))
          .isEqualTo("0");
    }
  }

  @Test
  void aContactWhomNoSmsReachesIsCalledByATemplateAndTheLadderDoesNotWait() {
    try (FakeTwilio twilio = new FakeTwilio();
        World world = withTemplates(twilio.environment())) {
      Someone maya = world.person("Maya", NUMBER);
      Contact tom = world.contact(maya, "Tom", "+12025550151", "");
      twilio.answers(FakeTwilio.refused(400, 21614));
      twilio.answersWhatsapp(FakeTwilio.taken("SMcall"));
      new Wire(world).texts(NUMBER, "I am going to kill myself tonight");
      Await.until(
          "Tom is called",
          () -> twilio.handed().stream().anyMatch(form -> CALL.equals(form.get("ContentSid"))));
      Map<String, String> call =
          twilio.handed().stream()
              .filter(form -> CALL.equals(form.get("ContentSid")))
              .findFirst()
              .orElseThrow();
      assertThat(call).containsEntry("To", "whatsapp:" + tom.number);
      assertThat(call.get("ContentVariables"))
          .contains("{\"1\":\"" + world.url() + "/respond/")
          .doesNotContain("Maya");
      assertThat(
              world.one("SELECT count(*) FROM gateway.incident_events WHERE what = 'page_failed'"))
          .isNotEqualTo("0");
    }
  }

  @Test
  void aResponderWhoseNumberFailsIsAskedByMail() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", NUMBER);
      Contact tom = world.contact(maya, "Tom", "+12025550151", "tom@example.org");
      maya.texts("I am going to kill myself tonight");
      tom.isPaged();
      tom.isMailed(1);
      tom.texts("1");
      tom.receives("not you? reply 2");
      world.simulation.network().fault(tom.number, Fault.REFUSED);
      world.clock.pass(Duration.ofMinutes(15));
      tom.isMailed(2);
      assertThat(tom.mails().getLast().text()).contains("Maya").contains("/respond/");
    }
  }
}
