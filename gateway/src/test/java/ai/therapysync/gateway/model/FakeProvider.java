package ai.therapysync.gateway.model;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import ai.therapysync.conversation.reply.LanguageModel;
import ai.therapysync.gateway.config.Secret;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A provider's server on this machine, in the provider's own wire format. */
final class FakeProvider implements AutoCloseable {
  /** Whose protocol it speaks. */
  enum Kind {
    OPENAI("/v1/chat/completions", "Authorization", "Bearer key-1"),
    ANTHROPIC("/v1/messages", "x-api-key", "key-1"),
    OLLAMA("/v1/chat/completions", "Authorization", "Bearer key-1");

    final String path;
    final String keyHeader;
    final String key;

    Kind(String path, String keyHeader, String key) {
      this.path = path;
      this.keyHeader = keyHeader;
      this.key = key;
    }

    /** The word of {@code LLM_PROVIDER}. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    private String body(String text, String openAiFinish, String anthropicStop) {
      return this == ANTHROPIC
          ? """
          {"id":"msg_1","type":"message","role":"assistant","model":"small-1-2026",
           "content":[{"type":"text","text":%s}],"stop_reason":"%s","stop_sequence":null,
           "usage":{"input_tokens":321,"output_tokens":12}}
          """
              .formatted(text, anthropicStop)
          : """
          {"id":"chatcmpl-1","object":"chat.completion","created":1,"model":"small-1-2026",
           "system_fingerprint":"fp_1","choices":[{"index":0,"finish_reason":"%s",
             "logprobs":null,"message":{"role":"assistant","content":%s,"refusal":null}}],
           "usage":{"prompt_tokens":321,"completion_tokens":12,"total_tokens":333}}
          """
              .formatted(openAiFinish, text);
    }

    /** An answer with that text. */
    String says(String text) {
      return body(quoted(text), "stop", "end_turn");
    }

    /** An answer that was cut off at the most tokens that it may have. */
    String cutOff(String text) {
      return body(quoted(text), "length", "max_tokens");
    }

    /** The provider's own filter would not let the answer out. */
    String filtered() {
      return body(quoted(""), "content_filter", "refusal");
    }

    /** The model would not answer. */
    String refused() {
      return this == ANTHROPIC
          ? filtered()
          : """
          {"id":"chatcmpl-1","object":"chat.completion","created":1,"model":"small-1-2026",
           "choices":[{"index":0,"finish_reason":"stop","message":
             {"role":"assistant","content":null,"refusal":"I can't help with that."}}],
           "usage":{"prompt_tokens":321,"completion_tokens":12,"total_tokens":333}}
          """;
    }

    /** A body without any answer in it. */
    String nothing() {
      return this == ANTHROPIC
          ? """
          {"id":"msg_1","type":"message","role":"assistant","model":"small-1-2026","content":[],
           "stop_reason":"end_turn","usage":{"input_tokens":321,"output_tokens":0}}
          """
          : """
          {"id":"chatcmpl-1","object":"chat.completion","created":1,"model":"small-1-2026",
           "choices":[],"usage":{"prompt_tokens":321,"completion_tokens":0,"total_tokens":321}}
          """;
    }

    /** An error that repeats what it was sent. */
    String error(String words) {
      return this == ANTHROPIC
          ? "{\"type\":\"error\",\"error\":{\"type\":\"some_error\",\"message\":%s}}"
              .formatted(quoted(words))
          : "{\"error\":{\"message\":%s,\"type\":\"some_error\",\"code\":null}}"
              .formatted(quoted(words));
    }

    private static String quoted(String text) {
      return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
  }

  final Kind kind;
  private final WireMockServer server =
      new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

  FakeProvider(Kind kind) {
    this.kind = kind;
    server.start();
  }

  void says(String text) {
    answers(okJson(kind.says(text)));
  }

  void answers(ResponseDefinitionBuilder answer) {
    server.stubFor(post(urlEqualTo(kind.path)).willReturn(answer));
  }

  /** To all whose body contains those words. */
  void answers(String words, ResponseDefinitionBuilder answer) {
    server.stubFor(
        post(urlEqualTo(kind.path))
            .atPriority(1)
            .withRequestBody(containing(words))
            .willReturn(answer));
  }

  /** What it was sent, oldest first. */
  List<LoggedRequest> asked() {
    return server.findAll(postRequestedFor(urlEqualTo(kind.path)));
  }

  LanguageModel model(Duration timeLimit) {
    return model(URI.create(server.baseUrl() + "/v1"), timeLimit);
  }

  /** A model at an address where nobody listens. */
  LanguageModel away(Duration timeLimit) {
    URI base = URI.create(server.baseUrl() + "/v1");
    server.stop();
    return model(base, timeLimit);
  }

  private LanguageModel model(URI base, Duration timeLimit) {
    ModelSettings settings =
        new ModelSettings(
            "small-1", Optional.of(new Secret("key-1")), Optional.of(base), timeLimit);
    return switch (kind) {
      case OPENAI -> new OpenAiModel(settings);
      case ANTHROPIC -> new AnthropicModel(settings);
      case OLLAMA -> new OllamaModel(settings);
    };
  }

  @Override
  public void close() {
    server.stop();
  }
}
