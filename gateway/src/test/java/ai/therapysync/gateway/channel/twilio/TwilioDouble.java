package ai.therapysync.gateway.channel.twilio;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import ai.therapysync.gateway.config.Secret;
import ai.therapysync.gateway.config.TwilioSettings;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Twilio's REST API over real HTTP, with the answers that a test wants. A test fails in which it
 * was asked for something that Twilio's description does not have.
 */
final class TwilioDouble implements AutoCloseable {
  static final String ACCOUNT = "AC00000000000000000000000000000001";
  static final String SMS_FROM = "+15005550006";
  static final String WHATSAPP_FROM = "+15005550007";
  static final String MESSAGES = "/2010-04-01/Accounts/" + ACCOUNT + "/Messages.json";

  private final WireMockServer server =
      new WireMockServer(WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());

  TwilioDouble() {
    server.start();
  }

  TwilioSettings settings() {
    return settings(URI.create(server.baseUrl()));
  }

  static TwilioSettings settings(URI apiBase) {
    return new TwilioSettings(
        ACCOUNT,
        new Secret("token-now"),
        Optional.of(new Secret("token-before")),
        Optional.of(SMS_FROM),
        Optional.of(WHATSAPP_FROM),
        Optional.empty(),
        apiBase,
        URI.create("https://gateway.example"));
  }

  WireMockServer server() {
    return server;
  }

  void answers(int status, String body) {
    answers(aResponse().withStatus(status).withBody(body));
  }

  void answers(ResponseDefinitionBuilder answer) {
    server.resetMappings();
    server.stubFor(any(anyUrl()).willReturn(answer.withHeader("Content-Type", "application/json")));
  }

  void accepts() {
    answers(201, message("SM1", "queued", "hello", "+14155550123"));
  }

  void refuses(int status, int code) {
    answers(
        status,
        """
        {"code": %d, "message": "The number +14155550123 is refused", "more_info": "x", "status": %d}
        """
            .formatted(code, status));
  }

  void breaksOff() {
    server.resetMappings();
    server.stubFor(
        post(urlPathEqualTo(MESSAGES))
            .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
  }

  /** The forms that were posted, decoded, in order. */
  List<Map<String, String>> posted() {
    return server.findAll(postRequestedFor(urlPathEqualTo(MESSAGES))).stream()
        .map(LoggedRequest::getBodyAsString)
        .map(TwilioDouble::decoded)
        .toList();
  }

  static String message(String id, String status, String body, String to) {
    return message(
        id, status, "outbound-api", SMS_FROM, to, body, "Sun, 01 Mar 2026 12:00:00 +0000");
  }

  static String message(
      String id, String status, String direction, String from, String to, String body, String at) {
    return """
    {"sid": "%s", "status": "%s", "direction": "%s", "from": "%s", "to": "%s", "body": "%s",
     "account_sid": "%s", "date_created": "%s", "date_sent": null, "error_code": null,
     "num_segments": "1", "num_media": "0", "uri": "/2010-04-01/x.json"}
    """
        .formatted(id, status, direction, from, to, body, ACCOUNT, at);
  }

  @Override
  public void close() {
    List<String> faults = TwilioShape.faults(server);
    server.stop();
    if (!faults.isEmpty()) {
      throw new AssertionError("Not as Twilio describes it: " + faults);
    }
  }

  private static Map<String, String> decoded(String form) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : form.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      values.put(
          URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
          URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return values;
  }
}
