package ai.therapysync.gateway.story;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A language model that says what a story has it say. */
public final class FakeModel implements AutoCloseable {
  private static final String CHAT = "/v1/chat/completions";

  /** How the instructions for a second opinion begin. */
  private static final String ITS_TASK = "You read one message of a person";

  /** How the instructions for memories and for notes begin. */
  private static final String MEMORIES = "You keep notes for an AI companion";

  private static final String NOTES = "You write the notes on a talk";
  private static final List<String> TASKS = List.of(ITS_TASK, MEMORIES, NOTES);

  private final WireMockServer server = new WireMockServer(options().dynamicPort());

  public FakeModel() {
    server.start();
  }

  /** What a gateway needs to ask it. */
  public Map<String, String> environment() {
    return environment("openai");
  }

  Map<String, String> environment(String provider) {
    return Map.of(
        "LLM_PROVIDER",
        provider,
        "LLM_MODEL",
        "any",
        "LLM_API_KEY",
        "a-key",
        "LLM_BASE_URL",
        server.baseUrl() + "/v1");
  }

  /** From now on this is the answer to everything. */
  public void says(String text) {
    answers(answer(text));
  }

  /** The same in Anthropic's protocol. */
  void saysAsAnthropic(String text) {
    server.stubFor(
        post(urlPathEqualTo("/v1/messages"))
            .willReturn(
                okJson(
                    "{\"id\": \"1\", \"type\": \"message\", \"role\": \"assistant\", \"model\":"
                        + " \"any\", \"content\": [{\"type\": \"text\", \"text\": \""
                        + text
                        + "\"}], \"stop_reason\": \"end_turn\", \"usage\": {\"input_tokens\":"
                        + " 1, \"output_tokens\": 1}}")));
  }

  void answers(ResponseDefinitionBuilder answer) {
    server.stubFor(post(urlPathEqualTo(CHAT)).willReturn(answer));
  }

  static ResponseDefinitionBuilder answer(String text) {
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

  /** From now on it finds every message that contains these words so dangerous. */
  void opines(String words, String level, String kind) {
    opines(
        words,
        answer(
            "{\\\"level\\\": \\\"%s\\\", \\\"kind\\\": \\\"%s\\\", \\\"about\\\": \\\"self\\\"}"
                .formatted(level, kind)));
  }

  void opines(String words, ResponseDefinitionBuilder answer) {
    server.stubFor(
        post(urlPathEqualTo(CHAT))
            .atPriority(1)
            .withRequestBody(containing(ITS_TASK))
            .withRequestBody(containing("person: " + words))
            .willReturn(answer));
  }

  /** From now on it finds this worth remembering, whatever is said. */
  void remembers(ResponseDefinitionBuilder answer) {
    task(MEMORIES, answer);
  }

  /** From now on it notes this of every talk. */
  void notes(ResponseDefinitionBuilder answer) {
    task(NOTES, answer);
  }

  private void task(String task, ResponseDefinitionBuilder answer) {
    server.stubFor(
        post(urlPathEqualTo(CHAT))
            .atPriority(1)
            .withRequestBody(containing(task))
            .willReturn(answer));
  }

  /** An answer that is JSON itself. */
  static ResponseDefinitionBuilder json(String object) {
    return answer(object.replace("\"", "\\\"").replace("\n", " "));
  }

  /** What it was asked to answer, oldest first. */
  List<String> asked() {
    return bodies().filter(body -> TASKS.stream().noneMatch(body::contains)).toList();
  }

  /** What it was asked its opinion of. */
  List<String> judged() {
    return bodies().filter(body -> body.contains(ITS_TASK)).toList();
  }

  /** What it was asked to remember. */
  List<String> learnedFrom() {
    return bodies().filter(body -> body.contains(MEMORIES)).toList();
  }

  /** What it was asked to note. */
  List<String> noted() {
    return bodies().filter(body -> body.contains(NOTES)).toList();
  }

  private Stream<String> bodies() {
    return server.findAll(postRequestedFor(urlPathEqualTo(CHAT))).stream()
        .map(request -> request.getBodyAsString());
  }

  @Override
  public void close() {
    server.stop();
  }
}
