package ai.therapysync.gateway.story;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A language model writes, as long as there is one; danger never waits for it. */
final class ModelTest {
  private static final String NUMBER = "+12025550141";

  private final FakeModel model = new FakeModel();

  @AfterEach
  void stop() {
    model.close();
  }

  @Test
  void theModelIsToldWhoSpeaksToWhomAndWhatIsRemembered() {
    model.answers(FakeModel.answer("That sounds like a long night. What kept you awake the most?"));
    try (World world = world("PT10S")) {
      Someone maya = world.person("Maya", NUMBER);
      String voice =
          world.one(
              "INSERT INTO therapist_personalities (name, title, description, approach,"
                  + " communication_style) VALUES ('Rumi', 'Guide', 'A guide of few words',"
                  + " 'narrative', 'playful') RETURNING id::text");
      maya.configured("response_delay_seconds, ai_personality_id", "0, '" + voice + "'");
      world.run(
          "INSERT INTO user_cultural_profiles (user_id, cultural_background, family_structure)"
              + " VALUES ('%s', 'Lebanese', 'extended')".formatted(maya.id));
      world.run(
          "INSERT INTO conversation_memory (user_id, memory_type, title, content) VALUES"
              + " ('%s', 'person', 'Karim', 'your brother is called Karim')".formatted(maya.id));
      maya.texts("I lay awake all night");
      assertThat(maya.receives(1)).contains("What kept you awake");
      String asked = model.asked().getFirst();
      assertThat(asked)
          .contains("Rumi")
          .contains("A guide of few words")
          .contains("Lebanese")
          .contains("extended")
          .contains("Karim")
          .contains("I lay awake all night");
      assertThat(
              world.one(
                  "SELECT ai_response_metadata ->> 'provider' FROM whatsapp_messages"
                      + " WHERE sender_type = 'ai'"))
          .isEqualTo("openai");
    }
  }

  @Test
  void aFailingOrSlowModelStillGetsThePersonAnAnswer() {
    model.answers(aResponse().withStatus(500));
    try (World world = world("PT2S")) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      maya.texts("I lay awake all night");
      maya.receives(1);
      model.answers(FakeModel.answer("Too late.").withFixedDelay(20_000));
      maya.texts("and I have an exam on Friday");
      maya.receives(2);
      assertThat(
              world.one(
                  "SELECT count(*) FROM whatsapp_messages WHERE sender_type = 'ai'"
                      + " AND ai_response_metadata ->> 'provider' = 'offline'"))
          .isEqualTo("2");
    }
  }

  @Test
  void dangerIsAnsweredWhileTheModelIsStillThinkingAndItsAnswerIsDropped() {
    model.answers(FakeModel.answer("Let us talk about the weather.").withFixedDelay(3_000));
    try (World world = world("PT10S")) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      maya.texts("hello there");
      Await.until("the model is asked", () -> !model.asked().isEmpty());
      maya.texts("I am going to kill myself tonight");
      assertThat(maya.receives(1)).contains("988");
      Await.until(
          "nothing is left to do",
          () ->
              world.one("SELECT count(*) FROM gateway.tasks WHERE task_name = 'turn'").equals("0"));
      assertThat(maya.shows()).hasSize(1);
      assertThat(world.one("SELECT state FROM gateway.turns")).isEqualTo("cancelled");
    }
  }

  private World world(String timeLimit) {
    Map<String, String> changes = new HashMap<>(model.environment());
    changes.put("LLM_TIMEOUT", timeLimit);
    return World.brisk(changes);
  }
}
