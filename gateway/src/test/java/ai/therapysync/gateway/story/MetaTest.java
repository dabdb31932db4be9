package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.gateway.channel.meta.MetaDouble;
import ai.therapysync.gateway.channel.meta.MetaNotes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** WhatsApp by Meta's Cloud API, from the webhook to the last status. */
final class MetaTest {
  private static final String NUMBER = "+12025550141";
  private static final String CRY = "I want to die. I am going to kill myself tonight";
  private static final String AI = " FROM whatsapp_messages WHERE sender_type = 'ai'";

  private MetaDouble meta;
  private World world;
  private MetaWire wire;

  @BeforeEach
  void open() {
    meta = new MetaDouble();
    world = World.brisk(meta.environment());
    wire = new MetaWire(world);
  }

  @AfterEach
  void close() {
    world.close();
    meta.close();
  }

  @Test
  void theWebhookIsVerifiedAndWhatIsForgedOrUnreadableIsRefused() {
    String known = "/webhooks/meta?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=";
    assertThat(wire.get(known + MetaDouble.VERIFY_TOKEN).body()).isEqualTo("1158201444");
    assertThat(wire.get(known + "guess").statusCode()).isEqualTo(403);

    String body = MetaNotes.messages(MetaNotes.text("wamid.1", "12025550141", CRY));
    assertThat(wire.post(body, "").statusCode()).isEqualTo(403);
    assertThat(wire.post(body, "sha256=00").statusCode()).isEqualTo(403);
    assertThat(wire.post(body.replace("die", "dye"), MetaNotes.signature(body)).statusCode())
        .isEqualTo(403);
    assertThat(wire.posts("[" + body + "]")).isEqualTo(400);
    assertThat(wire.post("a".repeat(3 * 1024 * 1024 + 1), "").statusCode()).isEqualTo(413);
    assertThat(world.one("SELECT count(*) FROM gateway.inbound")).isEqualTo("0");
  }

  @Test
  void aMessageIsAnsweredByMetaAndItsStatusesMoveItForward() {
    world.person("Maya", NUMBER).unhurried();
    assertThat(wire.texts(NUMBER, "I can't sleep before my exam")).isEqualTo(200);
    row("whatsapp_message_id", meta.id(1));
    MetaDouble.Call call = meta.calls().getFirst();
    assertThat(call.to()).isEqualTo("12025550141");
    assertThat(call.path()).isEqualTo("/v23.0/" + MetaDouble.NUMBER_ID + "/messages");
    assertThat(call.text()).isNotBlank();
    for (String word : new String[] {"sent", "delivered", "sent", "warning", "read", "delivered"}) {
      wire.posts(MetaNotes.statuses(MetaNotes.status(meta.id(1), word, call.ours())));
    }
    row("delivery_status", "read");
    assertThat(
            world.one(
                "SELECT string_agg(DISTINCT provider || ' ' || sender, ',')"
                    + " FROM gateway.deliveries"))
        .isEqualTo("meta " + MetaDouble.NUMBER_ID);
    assertThat(world.one("SELECT count(*) FROM gateway.status_reports")).isEqualTo("6");
  }

  @Test
  void rule26WhatTheDayIsTooOldForIsAnnouncedByATemplateAndComesWhenTheyWrite() {
    Map<String, String> environment = new HashMap<>(meta.environment());
    environment.put("META_TEMPLATE_REPLY_EN", "write_back/en_US");
    try (World announced = World.brisk(environment)) {
      announced.person("Maya", NUMBER).unhurried();
      meta.takesOnlyTemplates();
      MetaWire wire = new MetaWire(announced);
      wire.texts(NUMBER, "I can't sleep before my exam");
      Await.until("an invitation", () -> meta.calls().size() == 2);
      assertThat(meta.calls().getLast().body().path("template").path("name").asText())
          .isEqualTo("write_back");
      Await.until(
          "the words wait",
          () ->
              announced
                  .one("SELECT string_agg(state, ' ' ORDER BY seq) FROM gateway.outbox")
                  .equals("deferred accepted"));
      meta.accepts();
      wire.texts(NUMBER, "here I am");
      Await.until("both answers", () -> meta.calls().size() == 4);
      assertThat(meta.calls().get(2).text()).isEqualTo(meta.calls().getFirst().text());
      assertThat(announced.simulation.network().messages()).isEmpty();
    }
  }

  @Test
  void rule23AStatusThatComesBeforeItsIdIsKeptAndApplied() {
    world.person("Maya", NUMBER).unhurried();
    wire.posts(
        MetaNotes.statuses(
            MetaNotes.status(meta.id(1), "delivered", ""),
            MetaNotes.status(meta.id(1), "sent", "")));
    wire.texts(NUMBER, "hello there");
    row("delivery_status", "delivered");
  }

  @Test
  void anEmergencyIsAnsweredByMetaAndContactsArePagedBySms() {
    Someone maya = world.person("Maya", NUMBER);
    Contact tom = world.contact(maya, "Tom", "+12025550151", "tom@example.org");
    assertThat(wire.texts(NUMBER, CRY)).isEqualTo(200);
    Await.until("the safe reply", () -> !meta.calls().isEmpty());
    assertThat(meta.calls().getFirst().text()).contains("988");
    tom.isPaged();
    assertThat(tom.pages().getFirst()).contains("Maya").contains("reply 1");
    tom.texts("1");
    maya.incidentIs("acknowledged");
    wire.texts(NUMBER, "I am still here");
    Await.until("an answer in its manner", () -> meta.calls().size() == 2);
  }

  @Test
  void aReplyWhoseAnswerIsLostIsSaidAtMostOnceByWhateverWay() {
    Someone maya = world.person("Maya", NUMBER).unhurried();
    meta.breaksOff();
    wire.texts(NUMBER, "hello there");
    Await.until("tried", () -> meta.calls().size() == 1);
    meta.accepts();
    passes(20);
    row("delivery_status", "failed");
    assertThat(meta.calls()).hasSize(1);
    assertThat(maya.shows()).isEmpty();
  }

  @Test
  void aStatusTellsWhatBecameOfAReplyWhoseAnswerIsLost() {
    world.person("Maya", NUMBER).unhurried();
    meta.breaksOff();
    wire.texts(NUMBER, "hello there");
    Await.until("tried", () -> meta.calls().size() == 1);
    String ours = meta.calls().getFirst().ours();
    wire.posts(MetaNotes.statuses(MetaNotes.status("wamid.found", "sent", ours)));
    row("delivery_status || ' ' || whatsapp_message_id", "sent wamid.found");
    passes(20);
    row("delivery_status", "sent");
    assertThat(meta.calls()).hasSize(1);
  }

  @Test
  void aSafeReplyWhoseAnswerIsLostIsSaidAtLeastOnce() {
    world.person("Maya", NUMBER);
    meta.breaksOff();
    wire.texts(NUMBER, CRY);
    Await.until("tried", () -> meta.calls().size() == 1);
    meta.accepts();
    passes(4);
    Await.until("said again", () -> meta.calls().size() == 2);
    assertThat(meta.calls().get(1).text()).isEqualTo(meta.calls().get(0).text());
    assertThat(meta.calls().get(1).ours()).isEqualTo(meta.calls().get(0).ours());
  }

  @Test
  void aReactionADeletionAndANewNumberCostNoAnswer() {
    world.person("Maya", NUMBER).unhurried();
    wire.posts(
        MetaNotes.messages(
            MetaNotes.message(
                "wamid.1",
                "12025550141",
                "reaction",
                "{\"message_id\": \"wamid.0\", \"emoji\": \"\uD83D\uDC4D\"}"),
            MetaNotes.message(
                "wamid.2", "12025550141", "revoke", "{\"original_message_id\": \"wamid.0\"}"),
            MetaNotes.message("wamid.3", "12025550141", "system", "{\"body\": \"new number\"}")));
    assertThat(
            world.one(
                "SELECT string_agg(message_type, ' ' ORDER BY received_at) FROM"
                    + " gateway.inbound"))
        .isEqualTo("reaction deletion system");
    assertThat(world.one("SELECT count(*) FROM gateway.turns")).isEqualTo("0");
    wire.texts(NUMBER, "now I say something");
    Await.until("one answer", () -> meta.calls().size() == 1);
  }

  @Test
  void rule21And22AThousandEntriesWithAnOddOneAreStoredOnceThoughTheyComeTwice() {
    String entries =
        IntStream.range(0, 1_000)
            .mapToObj(i ->
                i == 7
                    ? "{\"changes\": [{\"field\": \"messages\", \"value\": \"odd\"}]}"
                    : "{\"changes\": [{\"field\": \"messages\", \"value\": {\"messages\": ["
                        + MetaNotes.message(
                            "wamid." + i, "120255503" + (10 + i % 50), "sticker", "{\"id\": 5}")
                        + "]}}]}")
            .collect(Collectors.joining(","));
    for (int time = 0; time < 2; time++) {
      assertThat(wire.posts("{\"entry\": [" + entries + "]}")).isEqualTo(200);
      assertThat(world.one("SELECT count(*) FROM gateway.inbound")).isEqualTo("1000");
    }
    assertThat(world.one("SELECT count(*) FROM gateway.inbound WHERE message_type = 'unsupported'"))
        .isEqualTo("1");
  }

  @Test
  void rule22WhileTheDatabaseIsAwayMetaIsAskedToComeAgain() {
    world.person("Maya", NUMBER).unhurried();
    String body = MetaNotes.messages(MetaNotes.text("wamid.1", "12025550141", "hello there"));
    world.database.closesItsDoors();
    assertThat(wire.posts(body)).isEqualTo(503);
    world.database.opensItsDoors();
    Await.until("stored on redelivery", () -> wire.posts(body) == 200);
    Await.until("answered", () -> meta.calls().size() == 1);
    assertThat(world.one("SELECT count(*) FROM gateway.inbound")).isEqualTo("1");
  }

  @Test
  void rule28WhoHidesTheirNumberIsAnsweredByTheirId() {
    wire.posts(
        MetaNotes.messages(
                "{\"id\": \"wamid.1\", \"from_user_id\": \"US.13491208655302741918\","
                    + " \"type\": \"text\", \"text\": {\"body\": \""
                    + CRY
                    + "\"}}")
            .replace("\"wa_id\": \"12025550141\"", "\"user_id\": \"US.13491208655302741918\""));
    Await.until("the safe reply", () -> meta.calls().size() == 1);
    assertThat(meta.calls().getFirst().body().path("recipient").asText())
        .isEqualTo("US.13491208655302741918");
    assertThat(meta.calls().getFirst().body().has("to")).isFalse();
  }

  private void passes(int seconds) {
    for (int i = 0; i < seconds; i++) {
      world.clock.pass(Duration.ofSeconds(1));
      Await.until(
          "work in hand",
          () ->
              world
                  .one("SELECT count(*) FROM gateway.tasks WHERE picked AND task_name = 'delivery'")
                  .equals("0"));
    }
  }

  private void row(String column, String value) {
    Await.until(value + ", not " + read(column), () -> read(column).equals(value));
  }

  private String read(String column) {
    return world.one("SELECT coalesce((SELECT " + column + AI + " LIMIT 1), 'none')");
  }
}
