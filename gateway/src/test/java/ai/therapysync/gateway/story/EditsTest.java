package ai.therapysync.gateway.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.gateway.channel.meta.MetaDouble;
import ai.therapysync.gateway.channel.meta.MetaNotes;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a person changes or takes back: rule 24 of what providers do. */
final class EditsTest {
  private static final String NUMBER = "+12025550141";
  private static final String FROM = NUMBER.substring(1);
  private static final String CRY = "I am going to kill myself tonight";

  private final MetaDouble meta = new MetaDouble();
  private final FakeModel model = new FakeModel();
  private final World world = world();
  private final MetaWire wire = new MetaWire(world);
  private final Someone maya = world.person("Maya", NUMBER);

  private World world() {
    model.answers(FakeModel.answer("That sounds like a lot. What would help you most now?"));
    Map<String, String> all = new HashMap<>(meta.environment());
    all.putAll(model.environment());
    return World.brisk(all);
  }

  @AfterEach
  void close() {
    world.close();
    model.close();
    meta.close();
  }

  private String says(String words) {
    String id = MetaWire.newId();
    says(id, words);
    return id;
  }

  private void says(String id, String words) {
    assertThat(wire.posts(MetaNotes.messages(MetaNotes.text(id, FROM, words)))).isEqualTo(200);
  }

  private String edits(String original, String words) {
    return edits(FROM, original, words);
  }

  private String edits(String from, String original, String words) {
    String id = MetaWire.newId();
    String content =
        "{\"original_message_id\": \"%s\", \"message\": {\"type\": \"text\", \"text\": {\"body\": \"%s\"}}}"
            .formatted(original, words);
    assertThat(wire.posts(MetaNotes.messages(MetaNotes.message(id, from, "edit", content))))
        .isEqualTo(200);
    return id;
  }

  private void deletes(String original) {
    deletes(FROM, original);
  }

  private void deletes(String from, String original) {
    String content = "{\"original_message_id\": \"%s\"}".formatted(original);
    assertThat(
            wire.posts(
                MetaNotes.messages(MetaNotes.message(MetaWire.newId(), from, "revoke", content))))
        .isEqualTo(200);
  }

  private void answersComeAt(int seconds) {
    maya.configured("response_delay_seconds", String.valueOf(seconds));
  }

  private void answered(int times) {
    Await.until(
        times + " answers",
        () ->
            world
                .one("SELECT count(*) FROM whatsapp_messages WHERE sender_type = 'ai'")
                .equals(String.valueOf(times)));
  }

  private String shown(String id, String column) {
    return world.one(
        "SELECT coalesce((SELECT m.%s::text FROM gateway.inbound i".formatted(column)
            + " JOIN whatsapp_messages m ON m.id = i.message_id"
            + " WHERE i.provider_message_id = '"
            + id
            + "'), 'none')");
  }

  private String kept() {
    return world.one("SELECT count(*) FROM gateway.withdrawn_words");
  }

  @Test
  void rule24AnEditBeforeTheAnswerIsWhatIsAnswered() {
    answersComeAt(20);
    String id = says("I quarrelled with Bob");
    edits(id, "I quarrelled with Rob");
    world.clock.pass(Duration.ofSeconds(40));
    answered(1);
    assertThat(model.asked().getFirst()).contains("with Rob").doesNotContain("with Bob");
    assertThat(shown(id, "content")).isEmpty();
    assertThat(shown(id, "delivery_status")).isEqualTo("edited");

    String second = edits(id, "I quarrelled with Robert");
    says("and it still hurts");
    world.clock.pass(Duration.ofSeconds(40));
    answered(2);
    assertThat(model.asked().stream().filter(asked -> asked.contains("still hurts")).toList())
        .as("an edit of an edit, after the answer, is read in the place of what it changes")
        .isNotEmpty()
        .allMatch(asked -> asked.contains("with Robert") && !asked.contains("with Rob<"));
    assertThat(shown(second, "delivery_status")).isEqualTo("received");
    assertThat(
            world.one(
                "SELECT \"timestamp\" < (SELECT \"timestamp\" FROM whatsapp_messages"
                    + " WHERE sender_type = 'ai' ORDER BY \"timestamp\" LIMIT 1) FROM whatsapp_messages m"
                    + " JOIN gateway.inbound i ON i.message_id = m.id WHERE i.provider_message_id = '"
                    + second
                    + "'"))
        .isEqualTo("t");
  }

  @Test
  void rule24AnEditAfterTheAnswerCostsNone() {
    answersComeAt(0);
    String id = says("I walked to the rivr today");
    answered(1);
    edits(id, "I walked to the river today");
    assertThat(
            world.one(
                "SELECT why FROM gateway.gate_decisions WHERE gate = 'intake' AND decision = 'silent'"))
        .isEqualTo("an edit of what has its answer");
    assertThat(world.one("SELECT count(*) FROM gateway.turns")).isEqualTo("1");
  }

  @Test
  void rule24DangerInAnEditOpensAnIncidentAndNoEditUnsaysIt() {
    answersComeAt(20);
    String id = says("I had a hard day");
    edits(id, CRY);
    assertThat(maya.incident("status")).isEqualTo("unanswered");
    edits(id, "I had a hard day, sorry");
    assertThat(maya.incident("status")).isEqualTo("unanswered");
    assertThat(kept()).as("what was seen as danger is kept until it is over").isEqualTo("1");

    Operator ada = Operator.of(world, "ada@desk.example", "support_admin");
    try (Chromium chromium = Chromium.start()) {
      Page page = chromium.desktop();
      ada.knocks(page);
      page.navigate(world.url() + "/console/crises/" + maya.incident("id"));
      assertThat(page.locator(".said")).hasText(List.of(CRY).toArray(String[]::new));
      assertThat(page.getByText("They took this back or changed it afterwards.")).isVisible();
      page.navigate(world.url() + "/console/conversations/" + maya.id);
      assertThat(page.locator("#talk")).containsText("I had a hard day, sorry");
      assertThat(page.locator("#talk")).not().containsText(CRY);
    }
    try (ConsoleWire desk = ConsoleWire.as(world, ada)) {
      String path = "/console/crises/" + maya.incident("id");
      desk.post(path, path + "/resolve", Map.of("version", "open", "outcome", "She is safe"));
    }
    maya.incidentIs("resolved");
    world.clock.pass(Duration.ofMinutes(11));
    Await.until("the words are gone", () -> kept().equals("0"));
  }

  @Test
  void rule24ADeletionTakesTheWordsAwayAndIsNotAnswered() {
    answersComeAt(20);
    String id = says("my secret is about Bob");
    deletes(id);
    String other = says("good morning");
    world.clock.pass(Duration.ofSeconds(40));
    answered(1);
    assertThat(model.asked()).noneMatch(asked -> asked.contains("Bob"));
    assertThat(shown(id, "content")).isEmpty();
    assertThat(shown(id, "delivery_status")).isEqualTo("withdrawn");
    assertThat(shown(other, "delivery_status")).isEqualTo("received");

    String alone = says("and Bob again");
    deletes(alone);
    assertThat(world.one("SELECT state FROM gateway.turns ORDER BY first_at DESC LIMIT 1"))
        .isEqualTo("cancelled");
    Operator ada = Operator.of(world, "ada@desk.example", "support_admin");
    try (ConsoleWire desk = ConsoleWire.as(world, ada)) {
      assertThat(desk.get("/console/conversations/" + maya.id).body())
          .contains("(The person took this back.)")
          .doesNotContain("Bob");
    }
  }

  @Test
  void rule24WhatWasLearnedOfItIsForgotten() {
    world.restart(Map.of("LLM_PROVIDER", "offline"));
    answersComeAt(0);
    String id = says("my sister is called Ana");
    answered(1);
    Await.until(
        "a memory", () -> !world.one("SELECT count(*) FROM conversation_memory").equals("0"));
    deletes(id);
    assertThat(world.one("SELECT count(*) FROM conversation_memory")).isEqualTo("0");
  }

  @Test
  void rule24ADeletedCryIsAnsweredAndKeptUntilItIsOver() {
    answersComeAt(20);
    String cry = says(CRY);
    assertThat(maya.incident("status")).isEqualTo("unanswered");
    deletes(cry);
    assertThat(shown(cry, "content")).isEmpty();
    assertThat(kept()).isEqualTo("1");
    assertThat(maya.incident("status")).isEqualTo("unanswered");
    Await.until(
        "a safe reply", () -> meta.calls().stream().anyMatch(c -> c.text().contains("988")));
    assertThat(world.one("SELECT content LIKE 'sealed:%' FROM gateway.withdrawn_words"))
        .isEqualTo("t");
  }

  @Test
  void rule24AConcernThatIsDeletedIsAskedAfterAllTheSame() {
    answersComeAt(20);
    world.restart(Map.of("LLM_PROVIDER", "offline"));
    String id = MetaWire.newId();
    String body =
        MetaNotes.messages(
            MetaNotes.text(id, FROM, "sometimes I wish I could fall asleep and never wake up"),
            MetaNotes.message(
                MetaWire.newId(), FROM, "revoke", "{\"original_message_id\": \"" + id + "\"}"));
    assertThat(wire.posts(body)).isEqualTo(200);
    answered(1);
    Await.until(
        "a question and the line",
        () -> meta.calls().stream().anyMatch(call -> call.text().contains("988")));
    world.clock.pass(Duration.ofMinutes(11));
    Await.until("the words are gone", () -> kept().equals("0"));
  }

  @Test
  void rule24WhatComesBeforeItsMessageIsUnknownOrAnothersHarmsNothing() {
    answersComeAt(20);
    String late = MetaWire.newId();
    deletes(late);
    says(late, "my secret is about Bob");
    assertThat(shown(late, "content")).isEmpty();
    assertThat(world.one("SELECT count(*) FROM gateway.turns")).isEqualTo("0");
    String cry = MetaWire.newId();
    deletes(cry);
    says(cry, CRY);
    assertThat(maya.incident("status")).as("danger is danger").isEqualTo("unanswered");

    Someone tom = world.person("Tom", "+12025550142");
    String his = MetaWire.newId();
    wire.posts(MetaNotes.messages(MetaNotes.text(his, "12025550142", "my boss is unfair")));
    deletes(his);
    edits(his, "it is mine now");
    assertThat(shown(his, "delivery_status")).isEqualTo("received");
    assertThat(
            world.one(
                "SELECT count(*) FROM gateway.turns WHERE user_id = '"
                    + tom.id
                    + "'"
                    + " AND state = 'waiting'"))
        .isEqualTo("1");
    deletes("12025550199", his);
    deletes("no such message");
    String stranger = MetaWire.newId();
    wire.posts(MetaNotes.messages(MetaNotes.text(stranger, "12025550199", "hello")));
    deletes("12025550199", stranger);
    assertThat(shown(his, "delivery_status")).isEqualTo("received");
  }
}
