package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An operator holds a conversation and gives it back; the timeline says why there was silence. */
final class TakeoverTest {
  private World world;
  private Someone maya;
  private String takeover;
  private Client ana;

  @BeforeEach
  void open() {
    world = World.brisk();
    maya = world.person("Maya", "+12025550141").unhurried();
    takeover = "/users/" + maya.id + "/takeover";
    ana = Client.operator(world, "support_admin");
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void whatWasWrittenMeanwhileIsAnsweredOnceTheConversationIsGivenBack() {
    assertThat(ana.get(takeover).status()).isEqualTo(404);
    Client.Reply taken = ana.put(takeover, "");
    assertThat(taken.status()).isEqualTo(200);
    assertThat(taken.text("state")).isEqualTo("held");
    assertThat(ana.put(takeover, "").text("since")).isEqualTo(taken.text("since"));
    maya.texts("hello?");
    maya.texts("I walked with my dog");
    waits(2);
    assertThat(maya.shows()).isEmpty();

    assertThat(ana.delete(takeover).status()).isEqualTo(204);
    maya.receives(1);
    assertThat(world.one("SELECT count(*) FROM gateway.inbound WHERE turn_id IS NULL"))
        .isEqualTo("0");
    assertThat(ana.delete(takeover).status()).isEqualTo(204);
    maya.texts("thanks");
    maya.receives(2);
    assertThat(maya.shows()).hasSize(2);
    assertThat(
            world.one(
                "SELECT string_agg(action, ',' ORDER BY number) FROM gateway.audit_log"
                    + " WHERE resource = 'takeovers'"))
        .isEqualTo("takeover,give_back");
  }

  @Test
  void whatWasWrittenInDangerIsAnsweredOnceTheConversationIsGivenBack() {
    maya.texts("I want to kill myself tonight");
    maya.receives(1);
    ana.put(takeover, "");
    world.clock.pass(Duration.ofSeconds(1));
    maya.texts("is anybody there?");
    waits(1);
    assertThat(maya.shows()).hasSize(1);
    world.clock.pass(Duration.ofSeconds(1));
    assertThat(ana.delete(takeover).status()).isEqualTo(204);
    assertThat(maya.receives(2)).contains("988");
  }

  @Test
  void whatAnOperatorHasAnsweredIsNotAnsweredAgain() {
    ana.put(takeover, "");
    maya.texts("hello?");
    waits(1);
    world.clock.pass(Duration.ofSeconds(1));
    ana.post("/users/" + maya.id + "/messages", "{\"content\": \"Hi Maya\"}");
    maya.receives("Hi Maya");
    ana.delete(takeover);
    assertThat(world.one("SELECT count(*) FROM gateway.turns WHERE state = 'waiting'"))
        .isEqualTo("0");
    maya.texts("bye");
    maya.receives(2);
    assertThat(world.one("SELECT count(*) FROM gateway.turns")).isEqualTo("1");
  }

  @Test
  void theAnswerThatTheAiWasAboutToGiveIsLeftUnsaid() {
    world.run("UPDATE whatsapp_config SET response_delay_seconds = 600");
    maya.texts("hello");
    ana.put(takeover, "");
    world.clock.pass(Duration.ofMinutes(11));
    maya.texts("anybody there?");
    waits(1);
    assertThat(maya.shows()).isEmpty();
    ana = Client.operator(world, "admin");
    assertThat(ana.delete(takeover).status()).isEqualTo(204);
    maya.receives(1);
    assertThat(world.one("SELECT count(DISTINCT turn_id) FROM gateway.inbound")).isEqualTo("1");
  }

  @Test
  void anotherOperatorsConversationIsTakenByAdministratorsAlone() {
    Client ben = Client.operator(world, "support_admin");
    Client boss = Client.operator(world, "admin");
    Client moderator = Client.operator(world, "moderator");
    ana.put(takeover, "");

    Client.Reply refused = ben.put(takeover, "");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body().toString()).doesNotContain(ana.get("/me").text("id"));
    assertThat(ben.delete(takeover).status()).isEqualTo(409);
    assertThat(moderator.get(takeover).status()).isEqualTo(200);
    assertThat(moderator.put(takeover, "").status()).isEqualTo(403);
    assertThat(moderator.delete(takeover).status()).isEqualTo(403);
    Client herself = Client.of(world, maya.id);
    assertThat(herself.get(takeover).body().path("operator_id").isNull()).isTrue();
    assertThat(herself.put(takeover, "").status()).isEqualTo(403);
    assertThat(Client.operator(world, "content_admin").put(takeover, "").status()).isEqualTo(404);

    assertThat(boss.put(takeover, "").text("operator_id")).isEqualTo(boss.get("/me").text("id"));
    assertThat(ana.put(takeover, "").status()).isEqualTo(409);
  }

  @Test
  void theTimelineSaysWhyThereWasSilenceWithoutAnybodysWords() {
    ana.put(takeover, "");
    world.clock.pass(Duration.ofSeconds(1));
    maya.texts("my secret sorrow");
    waits(1);
    world.clock.pass(Duration.ofSeconds(1));
    ana.delete(takeover);
    maya.receives(1);
    world.contact(maya, "Tom Miller", "+12025550142", "");
    world.clock.pass(Duration.ofSeconds(1));
    maya.texts("I am going to kill myself tonight");
    maya.incidentIs("notified");

    String path = "/users/" + maya.id + "/timeline";
    Client.Reply all = ana.get(path + "?limit=200");
    List<String> whys = all.body().path("items").findValuesAsText("why");
    assertThat(whys)
        .contains(
            "an operator holds the conversation",
            "a human holds the conversation",
            "the AI answers again",
            "Tom is paged (round 1)");
    assertThat(whys).anyMatch(why -> why.startsWith("SMS "));
    assertThat(all.body().toString()).doesNotContain("sorrow", "Miller", "+1202");
    List<String> times = all.body().path("items").findValuesAsText("at");
    assertThat(times.getFirst()).isGreaterThan(times.getLast());

    var paged = new java.util.ArrayList<String>();
    String cursor = "";
    do {
      Client.Reply page = ana.get(path + "?limit=3" + cursor);
      paged.addAll(page.body().path("items").findValuesAsText("id"));
      cursor =
          page.body().path("next_cursor").isNull() ? "" : "&cursor=" + page.text("next_cursor");
    } while (!cursor.isEmpty());
    assertThat(paged).containsExactlyElementsOf(all.body().path("items").findValuesAsText("id"));
    assertThat(Client.operator(world, "content_admin").get(path).status()).isEqualTo(404);
    assertThat(Client.of(world, maya.id).get(path).status()).isEqualTo(200);
  }

  private void waits(int times) {
    Await.until(
        "silence " + times,
        () ->
            world
                .one(
                    "SELECT count(*) FROM gateway.gate_decisions WHERE decision = 'waits_for_human'")
                .equals(String.valueOf(times)));
  }
}
