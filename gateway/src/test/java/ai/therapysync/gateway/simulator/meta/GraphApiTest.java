package ai.therapysync.gateway.simulator.meta;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.gateway.simulator.SimulatedProviders;
import ai.therapysync.gateway.simulator.network.Choices.Choice;
import ai.therapysync.gateway.simulator.network.Fault;
import ai.therapysync.gateway.simulator.network.Pace;
import ai.therapysync.gateway.simulator.network.SimulatedMessage;
import ai.therapysync.gateway.simulator.twilio.Account;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The simulated Graph API takes and refuses what Meta's does. */
final class GraphApiTest {
  private static final String MAYA = "+12025550141";
  private static final String BUTTON =
      "{\"type\": \"reply\", \"reply\": {\"id\": \"%s\", \"title\": \"%s\"}}";

  private final MetaAccount account = MetaAccount.random();
  private final SimulatedProviders network =
      SimulatedProviders.start(Account.random(), account, Pace.quick(), 0, InstantSource.system());
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** A status and a body. */
  private record Reply(int status, JsonNode body) {
    int code() {
      return body.path("error").path("code").asInt();
    }
  }

  @AfterEach
  void stop() {
    network.close();
  }

  @Test
  void wordsReachThePhoneUnderTheIdThatIsAnswered() throws Exception {
    Reply reply = send("\"type\": \"text\", \"text\": {\"body\": \"Hello\"}");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body().path("contacts").path(0).path("wa_id").asText())
        .isEqualTo("12025550141");
    assertThat(reply.body().path("messages").path(0).path("id").asText()).startsWith("wamid.");
    assertThat(onThePhone().content().body()).isEqualTo("Hello");
  }

  @Test
  void buttonsAndListsAreOffered() throws Exception {
    assertThat(send(buttons(BUTTON.formatted("yes", "Yes"), BUTTON.formatted("no", "No"))).status())
        .isEqualTo(200);
    assertThat(onThePhone().content().choices().orElseThrow().all())
        .containsExactly(new Choice("yes", "Yes", ""), new Choice("no", "No", ""));
    assertThat(
            send(list("{\"id\": \"m1\", \"title\": \"1\", \"description\": \"very low\"}"))
                .status())
        .isEqualTo(200);
    assertThat(onThePhone().content().choices().orElseThrow().list()).contains("Choose");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "type": "text", "text": {"body": ""}                                       | 131009
          "type": "text"                                                             | 131008
          "type": "dance", "dance": {}                                               | 131051
          "type": "image", "image": {}                                               | 131008
          "type": "template", "template": {"name": "x"}                              | 131009
          "type": "interactive", "interactive": {"type": "button"}                   | 131009
          "type": "interactive", "interactive": {"type": "x", "body": {"text": "a"}} | 131009
          """)
  void whatIsNotAsDocumentedIsRefused(String content, int code) throws Exception {
    Reply reply = send(content);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo(code);
    assertThat(network.network().messages()).isEmpty();
  }

  @Test
  void rule29TheLimitsOfButtonsAndListsAreKept() throws Exception {
    String button = BUTTON.formatted("%d", "%d");
    assertThat(
            send(buttons(button.formatted(1, 1), button.formatted(2, 2), button.formatted(3, 3)))
                .status())
        .isEqualTo(200);
    assertThat(
            send(buttons(
                    button.formatted(1, 1),
                    button.formatted(2, 2),
                    button.formatted(3, 3),
                    button.formatted(4, 4)))
                .code())
        .isEqualTo(131009);
    assertThat(send(buttons(button.formatted(1, 1), button.formatted(1, 2))).code())
        .isEqualTo(131009);
    assertThat(send(buttons(BUTTON.formatted("a", "x".repeat(20)))).status()).isEqualTo(200);
    assertThat(send(buttons(BUTTON.formatted("a", "x".repeat(21)))).code()).isEqualTo(131009);
    String row = "{\"id\": \"a\", \"title\": \"%s\", \"description\": \"%s\"}";
    assertThat(send(list(row.formatted("x".repeat(24), "y".repeat(72)))).status()).isEqualTo(200);
    assertThat(send(list(row.formatted("x".repeat(25), "y"))).code()).isEqualTo(131009);
    assertThat(send(list(row.formatted("x", "y".repeat(73)))).code()).isEqualTo(131009);
  }

  @Test
  void aWrongTokenAnUnknownNumberAndNoJsonAreRefused() throws Exception {
    String words = "{\"messaging_product\": \"whatsapp\", \"to\": \"1\"}";
    assertThat(post("/v23.0/" + account.phoneNumberId() + "/messages", words, "guess").code())
        .isEqualTo(190);
    assertThat(post("/v23.0/5/messages", words, account.accessToken()).code()).isEqualTo(100);
    assertThat(post(messages(), "[]", account.accessToken()).status()).isEqualTo(400);
    assertThat(post(messages(), "{}", account.accessToken()).code()).isEqualTo(100);
    assertThat(post(messages(), words, account.accessToken()).code()).isEqualTo(131009);
    assertThat(get("/v23.0/" + account.phoneNumberId() + "?fields=id").status()).isEqualTo(200);
    assertThat(get("/v23.0/12345").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "REFUSED,400,131026",
    "THROTTLED,429,130429",
    "CROWDED,400,131056",
    "BROKEN,500,131000"
  })
  void aFaultRefusesAtOnce(Fault fault, int status, int code) throws Exception {
    network.network().fault(MAYA, fault);
    Reply reply = send("\"type\": \"text\", \"text\": {\"body\": \"Hello\"}");
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.code()).isEqualTo(code);
    assertThat(network.network().messages()).isEmpty();
  }

  private static String buttons(String... buttons) {
    return "\"type\": \"interactive\", \"interactive\": {\"type\": \"button\", \"body\":"
        + " {\"text\": \"Are you safe?\"}, \"action\": {\"buttons\": ["
        + String.join(",", buttons)
        + "]}}";
  }

  private static String list(String row) {
    return "\"type\": \"interactive\", \"interactive\": {\"type\": \"list\", \"body\": {\"text\":"
        + " \"How are you?\"}, \"action\": {\"button\": \"Choose\", \"sections\": [{\"rows\": ["
        + row
        + "]}]}}";
  }

  private SimulatedMessage onThePhone() {
    return network.network().on(MAYA, ChannelName.WHATSAPP).getLast();
  }

  private Reply send(String content) throws IOException, InterruptedException {
    return post(
        messages(),
        "{\"messaging_product\": \"whatsapp\", \"to\": \"12025550141\", " + content + "}",
        account.accessToken());
  }

  private String messages() {
    return "/v23.0/" + account.phoneNumberId() + "/messages";
  }

  private Reply post(String path, String body, String token)
      throws IOException, InterruptedException {
    return call(
        HttpRequest.newBuilder(URI.create(network.apiBase() + path))
            .header("Authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private Reply get(String path) throws IOException, InterruptedException {
    return call(
        HttpRequest.newBuilder(URI.create(network.apiBase() + path))
            .header("Authorization", "Bearer " + account.accessToken()));
  }

  private Reply call(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    return new Reply(answer.statusCode(), new ObjectMapper().readTree(answer.body()));
  }
}
