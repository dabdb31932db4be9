package ai.therapysync.gateway.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only the simulator's own page may type on the phones. */
class PageOrdersTest {
  private static final String TEXT =
      "{\"from\":\"+12025550141\",\"channel\":\"sms\",\"body\":\"hello\"}";

  private final TinyGateway gateway = new TinyGateway();
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void thePageMayType() throws Exception {
    String own = gateway.url().toString();
    assertThat(post("text", TEXT, "application/json", own)).isEqualTo(204);
    assertThat(gateway.simulation().network().messages()).isNotEmpty();
  }

  @Test
  void aForeignPageMayNot() throws Exception {
    String own = gateway.url().toString();
    assertThat(post("text", TEXT, "application/json", "https://elsewhere.example")).isEqualTo(403);
    assertThat(post("text", TEXT, "text/plain", own)).isEqualTo(415);
    assertThat(post("text", TEXT, "application/x-www-form-urlencoded", own)).isEqualTo(415);
    assertThat(gateway.simulation().network().messages()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text    | nonsense                                                       | 400
          text    | [1]                                                            | 400
          text    | {}                                                             | 422
          text    | {"from":"12","channel":"sms","body":"hello"}                   | 422
          text    | {"from":"+12025550141","channel":"fax","body":"hello"}         | 422
          text    | {"from":"+12025550141","channel":"sms","body":""}              | 422
          fault   | {"number":"+12025550141","fault":"gremlins"}                   | 422
          mailbox | {"address":"nobody","refuse":true}                             | 422
          look    | {"number":"+12025550141"}                                      | 422
          whatsapp | {"number":"+12025550141","by":"pigeon"}                       | 422
          tap     | {"message":"wamid.none","choice":"yes"}                        | 422
          seed    | {"seed":"lucky"}                                               | 422
          trouble | {"fault":"gremlins"}                                           | 422
          trouble | {"fault":"crowded","provider":"twilio"}                        | 422
          trouble | {"fault":"broken","provider":"carrier"}                        | 422
          trouble | {"fault":"broken","number":"12"}                               | 422
          trouble | {"fault":"broken","often":"next","amount":0}                   | 422
          trouble | {"fault":"broken","often":"next","amount":1001}                | 422
          trouble | {"fault":"broken","often":"chance","amount":101}               | 422
          trouble | {"fault":"broken","often":"now and then"}                      | 422
          """)
  void whatMakesNoSenseIsRefused(String path, String body, int status) throws Exception {
    assertThat(post(path, body, "application/json", gateway.url().toString())).isEqualTo(status);
  }

  private int post(String path, String body, String type, String origin)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(gateway.url() + "/simulator/api/" + path))
            .header("Content-Type", type)
            .header("Origin", origin)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
  }
}
