package ai.therapysync.gateway.story;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A language model writes, as long as there is one; danger never waits for it. */
final class ModelTest {
  private static final String NUMBER = "+12025550141";
  private static final String CHAT = "/v1/chat/completions";

  private final WireMockServer model = new WireMockServer(options().dynamicPort());

  @BeforeEach
  void start() {
    model.start();
  }

  @AfterEach
  void stop() {
    model.stop();
  }

  @Test
  void theModelIsToldWhoSpeaksToWhomAndWhatIsRemembered() {
    says(answer("That sounds like a long night. What kept you awake the most?"));
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
      String asked =
          model.findAll(postRequestedFor(urlPathEqualTo(CHAT))).getFirst().getBodyAsString();
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
    says(aResponse().withStatus(500));
    try (World world = world("PT2S")) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      maya.texts("I lay awake all night");
      maya.receives(1);
      says(answer("Too late.").withFixedDelay(20_000));
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
    says(answer("Let us talk about the weather.").withFixedDelay(3_000));
    try (World world = world("PT10S")) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      maya.texts("hello there");
      Await.until(
          "the model is asked",
          () -> !model.findAll(postRequestedFor(urlPathEqualTo(CHAT))).isEmpty());
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
    return World.brisk(
        Map.of(
            "LLM_PROVIDER", "openai",
            "LLM_MODEL", "any",
            "LLM_API_KEY", "a-key",
            "LLM_BASE_URL", model.baseUrl() + "/v1",
            "LLM_TIMEOUT", timeLimit));
  }

  private void says(ResponseDefinitionBuilder answer) {
    model.stubFor(post(urlPathEqualTo(CHAT)).willReturn(answer));
  }

  private static ResponseDefinitionBuilder answer(String text) {
    return aResponse()
        .withHeader("Content-Type", "application/json")
        .withBody(
            "{\"id\": \"1\", \"object\": \"chat.completion\", \"model\": \"any\", \"choices\":"
                + " [{\"index\": 0, \"finish_reason\": \"stop\", \"message\": {\"role\":"
                + " \"assistant\", \"content\": \""
                + text
                + "\"}}], \"usage\": {\"prompt_tokens\": 1, \"completion_tokens\": 1,"
                + " \"total_tokens\": 2}}");
  }
}
