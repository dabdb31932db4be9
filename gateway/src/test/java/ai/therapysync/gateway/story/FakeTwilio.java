package ai.therapysync.gateway.story;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import ai.therapysync.gateway.channel.twilio.TwilioShape;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A provider whose every answer a story decides. A story fails in which it was asked for something
 * that Twilio's description does not have.
 */
final class FakeTwilio implements AutoCloseable {
  private static final String MESSAGES = "/2010-04-01/Accounts/.*/Messages.json";

  private final WireMockServer server = new WireMockServer(options().dynamicPort());

  FakeTwilio() {
    server.start();
    server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
  }

  Map<String, String> environment() {
    return Map.of("TWILIO_API_BASE_URL", server.baseUrl());
  }

  /** The next messages are taken under this id. */
  static ResponseDefinitionBuilder taken(String id) {
    return aResponse()
        .withStatus(201)
        .withHeader("Content-Type", "application/json")
        .withBody("{\"sid\": \"" + id + "\", \"status\": \"queued\"}");
  }

  /** The next messages are refused with this code. */
  static ResponseDefinitionBuilder refused(int status, int code) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json")
        .withBody("{\"code\": %d, \"message\": \"no\", \"status\": %d}".formatted(code, status));
  }

  void answers(ResponseDefinitionBuilder answer) {
    server.stubFor(post(urlPathMatching(MESSAGES)).willReturn(answer));
  }

  /** What it says to messages by WhatsApp alone. */
  void answersWhatsapp(ResponseDefinitionBuilder answer) {
    server.stubFor(
        post(urlPathMatching(MESSAGES))
            .withRequestBody(containing("To=whatsapp"))
            .willReturn(answer));
  }

  /** Its list of messages, each a JSON object. */
  void lists(String... messages) {
    server.stubFor(
        get(urlPathMatching(MESSAGES))
            .willReturn(
                aResponse()
                    .withHeader("Content-Type", "application/json")
                    .withBody(
                        "{\"messages\": [" + String.join(",", messages) + "], \"page\": 0}")));
  }

  /** Forms of the messages that it was handed. */
  List<Map<String, String>> handed() {
    return server.findAll(postRequestedFor(urlPathMatching(MESSAGES))).stream()
        .map(FakeTwilio::form)
        .toList();
  }

  long asked() {
    return server.findAll(anyRequestedFor(urlPathMatching(MESSAGES))).stream()
        .filter(request -> request.getMethod().getName().equals("GET"))
        .count();
  }

  private static Map<String, String> form(LoggedRequest request) {
    return Stream.of(request.getBodyAsString().split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                (one, _) -> one));
  }

  @Override
  public void close() {
    List<String> faults = TwilioShape.faults(server);
    server.stop();
    if (!faults.isEmpty()) {
      throw new AssertionError("Not as Twilio describes it: " + faults);
    }
  }
}
