package ai.therapysync.gateway.model;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.MessageType;
import ai.therapysync.conversation.person.Culture;
import ai.therapysync.conversation.person.Person;
import ai.therapysync.conversation.person.Personality;
import ai.therapysync.conversation.person.Settings;
import ai.therapysync.conversation.reply.ModelAnswer;
import ai.therapysync.conversation.reply.ModelReplyWriter;
import ai.therapysync.conversation.reply.OfflineCompanion;
import ai.therapysync.conversation.reply.PromptWriter;
import ai.therapysync.conversation.reply.Reply;
import ai.therapysync.conversation.reply.ReplyRequest;
import ai.therapysync.conversation.reply.ReplyRequest.Incoming;
import ai.therapysync.conversation.reply.ReplyRequest.Tone;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.risk.PersonId;
import ai.therapysync.gateway.config.Secret;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenAiModelTest {
  private static final String GOOD = "That sounds like a long week. What weighs on you most?";

  private final WireMockServer server =
      new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
  private final OfflineCompanion offline = new OfflineCompanion();

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void an_answer_is_sent_as_it_was_written_with_what_it_cost() {
    says(GOOD);
    Reply reply = write(Duration.ofSeconds(10));
    assertThat(reply.text()).isEqualTo(GOOD);
    assertThat(reply.metadata())
        .containsEntry("provider", "openai")
        .containsEntry("model", "small-1")
        .containsEntry("tokens_in", "321")
        .containsEntry("tokens_out", "12")
        .containsEntry("prompt_version", PromptWriter.VERSION)
        .containsEntry("guard_verdict", "passed")
        .containsKey("milliseconds");
    server.verify(
        1,
        postRequestedFor(urlEqualTo("/v1/chat/completions"))
            .withHeader("Authorization", equalTo("Bearer key-1"))
            .withRequestBody(containing("I am so tired of work")));
  }

  @Test
  void a_slow_model_costs_one_time_limit_and_the_companion_answers() {
    server.stubFor(chat().willReturn(okJson(body(GOOD)).withFixedDelay(5_000)));
    long start = System.nanoTime();
    Reply reply = write(Duration.ofMillis(400));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(2_400));
    assertThat(reply.metadata())
        .containsEntry("provider", "offline")
        .containsEntry("guard_verdict", "failed: no answer in time");
    assertThat(reply.text()).isNotBlank();
  }

  @Test
  void an_error_is_not_repeated_behind_our_back_and_the_companion_answers() {
    server.stubFor(chat().willReturn(aResponse().withStatus(500).withBody("private words")));
    Reply reply = write(Duration.ofSeconds(10));
    assertThat(reply.metadata()).containsEntry("provider", "offline");
    assertThat(reply.metadata().toString()).doesNotContain("private words");
    server.verify(1, postRequestedFor(urlEqualTo("/v1/chat/completions")));
  }

  @Test
  void a_dead_model_is_skipped_at_once() {
    server.stubFor(chat().willReturn(aResponse().withStatus(503)));
    OpenAiModel model = model(Duration.ofSeconds(10));
    for (int i = 0; i < 6; i++) {
      assertThat(ask(model)).isInstanceOf(ModelAnswer.Failed.class);
    }
    server.verify(3, postRequestedFor(urlEqualTo("/v1/chat/completions")));
    assertThat(ask(model).toString()).contains("skipped");
  }

  @Test
  void an_empty_answer_is_asked_for_once_more_and_then_written_offline() {
    says("");
    Reply reply = write(Duration.ofSeconds(10));
    assertThat(reply.text()).isNotBlank();
    assertThat(reply.metadata())
        .containsEntry("provider", "offline")
        .containsEntry("guard_verdict", "guard: empty; again: empty");
    server.verify(2, postRequestedFor(urlEqualTo("/v1/chat/completions")));
  }

  @Test
  void twenty_thousand_characters_are_never_sent() {
    says("word ".repeat(4_000));
    Reply reply = write(Duration.ofSeconds(10));
    assertThat(reply.text()).hasSizeLessThanOrEqualTo(480);
    assertThat(reply.metadata().get("guard_verdict")).contains("too long");
  }

  @Test
  void our_instructions_never_come_back() {
    says("My rules say: Never name a medicine's amount or advise to start, stop or change one.");
    Reply reply = write(Duration.ofSeconds(10));
    assertThat(reply.text()).doesNotContain("medicine's amount");
    assertThat(reply.metadata().get("guard_verdict")).contains("leaked prompt");
  }

  @Test
  void something_that_is_no_json_costs_an_offline_answer() {
    server.stubFor(chat().willReturn(okJson("<html>hello</html>")));
    assertThat(write(Duration.ofSeconds(10)).metadata()).containsEntry("provider", "offline");
  }

  private void says(String text) {
    server.stubFor(chat().willReturn(okJson(body(text))));
  }

  private static MappingBuilder chat() {
    return post(urlEqualTo("/v1/chat/completions"));
  }

  private static String body(String text) {
    return """
    {"id":"c1","object":"chat.completion","created":1,"model":"small-1",
     "choices":[{"index":0,"finish_reason":"stop",
       "message":{"role":"assistant","content":"%s"}}],
     "usage":{"prompt_tokens":321,"completion_tokens":12,"total_tokens":333}}
    """
        .formatted(text);
  }

  private OpenAiModel model(Duration timeLimit) {
    return new OpenAiModel(
        new ModelSettings(
            "small-1",
            Optional.of(new Secret("key-1")),
            Optional.of(URI.create(server.baseUrl() + "/v1")),
            timeLimit));
  }

  private static ModelAnswer ask(OpenAiModel model) {
    return model.ask(new PromptWriter().write(request()), Duration.ofSeconds(10));
  }

  private Reply write(Duration timeLimit) {
    return new ModelReplyWriter("openai", model(timeLimit), timeLimit, offline).write(request());
  }

  private static ReplyRequest request() {
    Person person =
        new Person(
            new PersonId(new UUID(1, 2)),
            "Maya",
            Language.ENGLISH,
            "US",
            ZoneOffset.UTC,
            Settings.standard(),
            Personality.standard(),
            Culture.standard());
    return new ReplyRequest(
        person,
        ChannelName.SMS,
        List.of(),
        List.of(new Incoming(MessageType.TEXT, "I am so tired of work")),
        List.of(),
        List.of(),
        Tone.ORDINARY,
        false);
  }
}
