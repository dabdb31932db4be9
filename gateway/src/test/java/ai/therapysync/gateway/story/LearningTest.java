package ai.therapysync.gateway.story;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.persistence.tasks.Agenda;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A model learns from what is said, and never keeps an answer waiting for it. */
final class LearningTest {
  private static final String NUMBER = "+12025550141";
  private static final String SAID = "My brother is called Karim and he moved to Lyon";
  private static final String LEARNED =
      """
      {"memories": [{"type": "person", "title": "Karim in Lyon",
        "content": "your brother Karim lives in Lyon now", "quote": "he moved to Lyon",
        "tags": ["family"], "importance": 0.75}]}
      """;
  private static final String NOTED =
      """
      {"notes": "They spoke about a brother who moved away, and what it is like without him.",
        "themes": ["family"], "helped": ["writing to him"]}
      """;

  private final FakeModel model = new FakeModel();

  @BeforeEach
  void say() {
    model.says("That is a big change for you. What do you miss most?");
  }

  @AfterEach
  void stop() {
    model.close();
  }

  @Test
  void whatMattersIsRememberedWhileTheAnswerIsOutAlready() {
    model.remembers(FakeModel.json(LEARNED).withFixedDelay(2_000));
    try (World world = world()) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      maya.texts(SAID);
      assertThat(maya.receives(1)).contains("What do you miss most?");
      assertThat(memories(world)).isEqualTo("none");
      Await.until("a memory", () -> !memories(world).equals("none"));
      assertThat(memories(world)).isEqualTo("your brother Karim lives in Lyon now");
      assertThat(
              world.one(
                  "SELECT memory_type || ' ' || title || ' ' || importance_score || ' ' || tags::text"
                      + " FROM conversation_memory WHERE session_id IS NOT NULL AND user_id = '"
                      + maya.id
                      + "'"))
          .isEqualTo("person Karim in Lyon 0.75 {person,en,family}");
      nothingIsLeft(world);

      maya.texts("I wonder how Karim is doing in Lyon");
      maya.receives(2);
      assertThat(model.asked().getLast()).contains("your brother Karim lives in Lyon now");
    }
  }

  @Test
  void aModelThatFailsAtItLeavesItToThePatterns() {
    model.remembers(aResponse().withStatus(500));
    try (World world = world()) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      maya.texts(SAID);
      maya.receives(1);
      Await.until("a memory", () -> memories(world).contains("Karim"));
      assertThat(memories(world)).isEqualTo("your brother is called Karim");
      nothingIsLeft(world);
    }
  }

  @Test
  void whatIsWithdrawnMeanwhileIsNotLearned() {
    model.remembers(FakeModel.json(LEARNED).withFixedDelay(1_500));
    try (World world = world()) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      maya.texts(SAID);
      maya.receives(1);
      Await.until("it is being learned", () -> !model.learnedFrom().isEmpty());
      world.sql().useTransaction(handle -> Agenda.withdrawLearning(handle, maya.id));
      maya.texts("My dog is called Bruno, he moved to Lyon, too");
      Await.until("the next is learned", () -> !memories(world).equals("none"));
      nothingIsLeft(world);
      assertThat(world.one("SELECT count(*) FROM conversation_memory")).isEqualTo("1");
    }
  }

  @Test
  void inAGraveMomentNothingIsLearned() {
    model.remembers(FakeModel.json(LEARNED));
    try (World world = world()) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      maya.texts("Sometimes I wish I could fall asleep and never wake up. He moved to Lyon");
      maya.receives(1);
      nothingIsLeft(world);
      assertThat(model.learnedFrom()).isEmpty();
      assertThat(memories(world)).isEqualTo("none");
    }
  }

  @Test
  void aTalkThatEndedIsNotedInWords() {
    model.remembers(FakeModel.json("{\"memories\": []}"));
    model.notes(FakeModel.json(NOTED));
    try (World world = world()) {
      talk(world);
      Await.until("notes", () -> notes(world).contains("a brother who moved away"));
      assertThat(
              world.one("SELECT ai_insights -> 'summary' ->> 'what_helped' FROM therapy_sessions"))
          .isEqualTo("[\"writing to him\"]");
      assertThat(world.one("SELECT ai_insights ->> 'messages' FROM therapy_sessions"))
          .isEqualTo("3");
      assertThat(model.noted().getFirst()).contains("<person>", "he moved to Lyon");
      nothingIsLeft(world);
    }
  }

  @Test
  void aModelThatCantNoteItLeavesTheNotesByRules() {
    model.remembers(FakeModel.json(LEARNED));
    model.notes(FakeModel.json("{\"notes\": \"They should stop taking their pills.\"}"));
    try (World world = world()) {
      talk(world);
      Await.until("it was asked", () -> !model.noted().isEmpty());
      nothingIsLeft(world);
      assertThat(notes(world)).contains("Karim").doesNotContain("pills");
    }
  }

  @Test
  void notesByHandStay() {
    model.remembers(FakeModel.json("{\"memories\": []}"));
    model.notes(FakeModel.json(NOTED));
    try (World world = world()) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      maya.texts(SAID);
      maya.receives(1);
      world.run("UPDATE therapy_sessions SET session_notes = 'Call her school on Monday.'");
      world.clock.pass(Duration.ofMinutes(31));
      Await.until(
          "the end", () -> !world.one("SELECT count(end_time) FROM therapy_sessions").equals("0"));
      nothingIsLeft(world);
      assertThat(notes(world)).isEqualTo("Call her school on Monday.");
      assertThat(model.noted()).isEmpty();
    }
  }

  private void talk(World world) {
    Someone maya = world.person("Maya", NUMBER).unhurried();
    maya.texts(SAID);
    maya.receives(1);
    maya.texts("I miss him at dinner");
    maya.receives(2);
    maya.texts("I wrote to him, and that was good");
    maya.receives(3);
    nothingIsLeft(world);
    world.clock.pass(Duration.ofMinutes(31));
  }

  private static void nothingIsLeft(World world) {
    Await.until(
        "nothing is left to learn",
        () ->
            world
                .one(
                    "SELECT count(*) FROM gateway.tasks WHERE task_name IN"
                        + " ('learning', 'notes', 'turn')")
                .equals("0"));
  }

  private static String memories(World world) {
    return world.one(
        "SELECT coalesce(string_agg(content, '; ' ORDER BY created_at), 'none')"
            + " FROM conversation_memory WHERE memory_type <> 'session'");
  }

  private static String notes(World world) {
    return world.one("SELECT coalesce(string_agg(session_notes, ''), '') FROM therapy_sessions");
  }

  private World world() {
    Map<String, String> changes = new HashMap<>(model.environment());
    changes.put("LLM_TIMEOUT", "PT10S");
    return World.brisk(changes);
  }
}
