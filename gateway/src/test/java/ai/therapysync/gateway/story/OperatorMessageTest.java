package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.message.ChannelName;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Operators read a conversation and write into it, by the way that the person last used. */
final class OperatorMessageTest {
  private World world;
  private Someone maya;
  private String messages;
  private Client support;

  @BeforeEach
  void open() {
    world = World.brisk();
    maya = world.person("Maya", "+12025550131").unhurried();
    messages = "/users/" + maya.id + "/messages";
    support = Client.operator(world, "support_admin");
  }

  @AfterEach
  void close() {
    world.close();
  }

  private static String words(String content) {
    return "{\"content\": \"%s\"}".formatted(content);
  }

  @Test
  void bothSidesOfBothChannelsAreReadOpenedAndNewestFirst() {
    maya.texts("my dog is ill");
    maya.receives(1);
    world.clock.pass(Duration.ofMinutes(1));
    maya.sends(ChannelName.WHATSAPP, "he is better now");
    Await.until("an answer", () -> maya.shows(ChannelName.WHATSAPP).size() == 1);

    Client.Reply all = support.get(messages);
    assertThat(all.status()).isEqualTo(200);
    List<String> contents = all.body().path("items").findValuesAsText("content");
    assertThat(contents).hasSize(4).contains("my dog is ill", "he is better now");
    assertThat(contents.get(3)).isEqualTo("my dog is ill");
    assertThat(all.body().path("items").findValuesAsText("channel"))
        .containsExactly("whatsapp", "whatsapp", "sms", "sms");
    assertThat(world.one("SELECT count(*) FROM whatsapp_messages WHERE content LIKE '%dog%'"))
        .isEqualTo("0");
    assertThat(
            world.one("SELECT string_agg(action || ' ' || resource, ',') FROM gateway.audit_log"))
        .isEqualTo("read whatsapp_messages");

    Client.Reply first = Client.of(world, maya.id).get(messages + "?limit=3");
    Client.Reply rest =
        Client.of(world, maya.id).get(messages + "?limit=3&cursor=" + first.text("next_cursor"));
    assertThat(rest.body().path("items").findValuesAsText("content"))
        .containsExactly("my dog is ill");
    assertThat(world.one("SELECT count(*) FROM gateway.audit_log")).isEqualTo("1");
  }

  @Test
  void rowsOfOthersWithoutATimeAreListedLastAndOnce() {
    for (int number = 1; number <= 5; number++) {
      world.run(
          "INSERT INTO whatsapp_messages (integration_id, user_id, sender_type, content, \"timestamp\")"
              + " VALUES ('%s', '%s', 'user', 'plain %d', %s)"
                  .formatted(
                      maya.integration,
                      maya.id,
                      number,
                      number <= 2 ? "now() - interval '%d hours'".formatted(number) : "NULL"));
    }
    var seen = new java.util.ArrayList<String>();
    String cursor = "";
    for (int page = 1; page <= 5; page++) {
      Client.Reply reply = support.get(messages + "?limit=1" + cursor);
      seen.addAll(reply.body().path("items").findValuesAsText("content"));
      cursor = "&cursor=" + reply.text("next_cursor");
    }
    assertThat(seen.subList(0, 2)).containsExactly("plain 1", "plain 2");
    assertThat(seen)
        .containsExactlyInAnyOrder("plain 1", "plain 2", "plain 3", "plain 4", "plain 5");
  }

  @Test
  void anOperatorsWordsArriveAndAreKeptSealed() {
    maya.texts("hello");
    maya.receives(1);
    Client.Reply sent = support.post(messages, words("Ana here, of the team"));

    assertThat(sent.status()).isEqualTo(201);
    assertThat(sent.text("sender_type")).isEqualTo("operator");
    assertThat(sent.text("content")).isEqualTo("Ana here, of the team");
    assertThat(sent.text("delivery_status")).isEqualTo("queued");
    assertThat(maya.receives(2)).isEqualTo("Ana here, of the team");
    Client.Reply row = support.get(messages + "/" + sent.text("id"));
    assertThat(row.text("content")).isEqualTo("Ana here, of the team");
    assertThat(
            world.one(
                "SELECT content FROM whatsapp_messages WHERE id = '%s'".formatted(sent.text("id"))))
        .doesNotContain("Ana");
    assertThat(world.one("SELECT count(*) FROM gateway.takeovers")).isEqualTo("0");
  }

  @Test
  void whatIsLongGoesInPartsAndWhatIsTooLongNotAtAll() {
    maya.texts("hello");
    maya.receives(1);
    String longer = "All will be well, one step at a time. ".repeat(100).strip();

    assertThat(support.post(messages, words(longer)).status()).isEqualTo(201);
    Await.until("parts", () -> maya.shows().size() > 2);
    Await.until(
        "all of it", () -> maya.shows().stream().mapToInt(String::length).sum() > longer.length());
    assertThat(support.post(messages, words("x".repeat(4_001))).status()).isEqualTo(422);
    assertThat(support.post(messages, words(" ")).status()).isEqualTo(422);
    assertThat(support.post(messages, "{}").status()).isEqualTo(422);
    assertThat(support.post(messages, "{\"content\": \"a\", \"to\": \"+1\"}").status())
        .isEqualTo(422);
  }

  @Test
  void neitherThePersonNorWhoOnlyReadsWritesAndStrangersSeeNothing() {
    Client moderator = Client.operator(world, "moderator");
    assertThat(Client.of(world, maya.id).post(messages, words("me")).status()).isEqualTo(403);
    assertThat(moderator.get(messages).status()).isEqualTo(200);
    assertThat(moderator.post(messages, words("me")).status()).isEqualTo(403);
    for (Client other :
        List.of(
            Client.operator(world, "content_admin"),
            Client.operator(world, "analytics_admin"),
            Client.of(world, Someone.account(world, "Tom")))) {
      assertThat(other.get(messages).status()).isEqualTo(404);
      assertThat(other.post(messages, words("me")).status()).isEqualTo(404);
    }
    assertThat(Client.nobody(world).post(messages, words("me")).status()).isEqualTo(401);
    assertThat(world.one("SELECT count(*) FROM gateway.outbox")).isEqualTo("0");
  }

  @Test
  void whoCannotBeReachedIsNotWrittenTo() {
    maya.texts("hello");
    maya.receives(1);
    maya.texts("STOP");
    Await.until("opt-out", () -> world.one("SELECT count(*) FROM gateway.opt_outs").equals("1"));
    Client.Reply stopped = support.post(messages, words("hello"));
    assertThat(stopped.status()).isEqualTo(409);
    assertThat(stopped.text("detail")).contains("STOP");

    world.run("UPDATE whatsapp_integrations SET is_verified = false");
    Client.Reply nowhere = support.post(messages, words("hello"));
    assertThat(nowhere.status()).isEqualTo(409);
    assertThat(nowhere.text("detail")).contains("no number");
    assertThat(world.one("SELECT count(*) FROM whatsapp_messages WHERE sender_type = 'operator'"))
        .isEqualTo("0");
  }

  @Test
  void afterWhatsAppsDayTheWordsGoBySms() {
    maya.sends(ChannelName.WHATSAPP, "hello");
    Await.until("an answer", () -> maya.shows(ChannelName.WHATSAPP).size() == 1);
    world.clock.pass(Duration.ofHours(25));
    support = Client.operator(world, "support_admin");

    assertThat(support.post(messages, words("How are you?")).text("channel")).isEqualTo("sms");
    assertThat(maya.receives(1)).isEqualTo("How are you?");
  }

  @Test
  void aConversationThatWaitedForAHumanIsTheirsAndAnIncidentsTurnIsAnswered() {
    maya.texts("talk to a human");
    maya.receives(1);
    assertThat(support.get("/users/" + maya.id + "/takeover").text("state")).isEqualTo("awaited");
    support.post(messages, words("Here I am"));
    maya.receives("Here I am");

    Client.Reply held = support.get("/users/" + maya.id + "/takeover");
    assertThat(held.text("state")).isEqualTo("held");
    assertThat(held.text("operator_id")).isEqualTo(support.get("/me").text("id"));
    maya.texts("I am going to kill myself tonight");
    assertThat(maya.receives("988")).isNotEmpty();
    maya.texts("STOP");
    Await.until("opt-out", () -> world.one("SELECT count(*) FROM gateway.opt_outs").equals("1"));
    assertThat(support.post(messages, words("Are you safe?")).status()).isEqualTo(409);
    world.clock.pass(Duration.ofSeconds(5));
    maya.texts("please don't go");
    assertThat(support.post(messages, words("I am with you")).status()).isEqualTo(201);
    assertThat(
            world.one(
                "SELECT count(DISTINCT message_id) FROM gateway.outbox WHERE purpose = 'operator' AND crisis"
                    + " AND despite_stop"))
        .isEqualTo("1");
  }
}
