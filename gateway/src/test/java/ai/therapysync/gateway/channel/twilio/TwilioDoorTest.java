package ai.therapysync.gateway.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.message.OutboundId;
import ai.therapysync.gateway.channel.RecordingIntake;
import ai.therapysync.gateway.channel.Webhook;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TwilioDoorTest {
  private static final String MESSAGES = "/webhooks/twilio";
  private static final String STATUSES = "/webhooks/twilio/status";
  private static final Map<String, String> MESSAGE =
      Map.of("MessageSid", "SM1", "From", "+14155550123", "To", "+15005550006", "Body", "hello");

  private final RecordingIntake intake = new RecordingIntake();
  private final List<Webhook> webhooks =
      new TwilioChannel(
              TwilioDouble.settings(URI.create("http://localhost")),
              InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z")))
          .open(intake);

  @Test
  void aSignedMessageIsTakenInAndAnsweredWithAnEmptyResponse() {
    Webhook.Response response = post(Requests.signed(MESSAGES, "", MESSAGE));
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.contentType()).isEqualTo("text/xml");
    assertThat(response.body()).isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>");
    assertThat(intake.messages).hasSize(1);
  }

  @Test
  void anUnsignedFormIsRefused() {
    assertThat(
            post(Requests.request(MESSAGES, "", Requests.FORM, "", "MessageSid=SM1&From=x"))
                .status())
        .isEqualTo(403);
    assertThat(post(Requests.request(MESSAGES, "", Requests.FORM, "", "")).status()).isEqualTo(403);
    assertThat(intake.messages).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Body=%zz",
        "Body=%",
        "Body=%4",
        "Body=%é1",
        "garbage",
        "{\"a\":\"b=c\"}",
        "<a b=\"c\"/>",
        "=value",
        "two words=x",
        "%%%=1"
      })
  void whatIsNoFormIsABadRequestSignedOrNot(String body) {
    String signature = Requests.signature(Requests.TOKEN, Requests.ORIGIN + MESSAGES);
    assertThat(post(Requests.request(MESSAGES, "", Requests.FORM, signature, body)).status())
        .isEqualTo(400);
    assertThat(post(Requests.request(MESSAGES, "", Requests.FORM, "", body)).status())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/plain", "multipart/form-data; boundary=x"})
  void anotherContentTypeIsABadRequest(String type) {
    assertThat(post(Requests.request(MESSAGES, "", type, "", "a=b")).status()).isEqualTo(400);
  }

  @Test
  void aSignedFormThatIsNoMessageIsABadRequest() {
    assertThat(post(Requests.signed(MESSAGES, "", Map.of("From", "+1"))).status()).isEqualTo(400);
    assertThat(post(Requests.signed(MESSAGES, "", Map.of("MessageSid", "SM1"))).status())
        .isEqualTo(400);
    assertThat(post(Requests.signed(MESSAGES, "", Map.of())).status()).isEqualTo(400);
    String endless = "x".repeat(5_000);
    for (Map<String, String> form :
        List.of(
            Map.of("MessageSid", endless, "From", "+1"),
            Map.of("MessageSid", "SM1", "From", endless))) {
      assertThat(post(Requests.signed(MESSAGES, "", form)).status()).isEqualTo(400);
    }
    assertThat(intake.messages).isEmpty();
  }

  @Test
  void aSignedJsonMessageIsTakenInToo() throws Exception {
    String body = "{\"MessageSid\":\"SM9\",\"From\":\"+14155550123\",\"n\":{\"x\":1},\"z\":null}";
    String hash =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
    String query = "bodySHA256=" + hash;
    String signature = Requests.signature(Requests.TOKEN, Requests.ORIGIN + MESSAGES + "?" + query);
    assertThat(
            post(Requests.request(MESSAGES, query, "application/json", signature, body)).status())
        .isEqualTo(200);
    assertThat(
            post(Requests.request(MESSAGES, query, "application/json", signature, "[]")).status())
        .isEqualTo(400);
    assertThat(intake.messages).hasSize(1);
  }

  @Test
  void rule06AStatusCarriesOurIdFromTheQuery() {
    UUID id = UUID.randomUUID();
    Webhook.Request request =
        Requests.signed(
            STATUSES, "m=" + id, Map.of("MessageSid", "SM1", "MessageStatus", "delivered"));
    assertThat(post(request).status()).isEqualTo(200);
    assertThat(intake.reports)
        .singleElement()
        .satisfies(report -> assertThat(report.outboundId()).contains(new OutboundId(id)));
  }

  @Test
  void aStatusNeedsItsSignatureAndItsMessage() {
    assertThat(post(Requests.request(STATUSES, "", Requests.FORM, "x", "MessageSid=1")).status())
        .isEqualTo(403);
    assertThat(post(Requests.signed(STATUSES, "", Map.of("MessageStatus", "sent"))).status())
        .isEqualTo(400);
    assertThat(intake.reports).isEmpty();
  }

  @Test
  void aStatusAtTheMessagesAddressIsNotReadAsAMessage() {
    Webhook.Request request =
        Requests.signed(
            MESSAGES,
            "",
            Map.of("MessageSid", "SM1", "From", "+15005550006", "MessageStatus", "delivered"));
    assertThat(post(request).status()).isEqualTo(200);
    assertThat(intake.messages).isEmpty();
    assertThat(intake.reports).hasSize(1);
  }

  private Webhook.Response post(Webhook.Request request) {
    return webhooks.stream()
        .filter(webhook -> webhook.path().equals(request.path()))
        .findFirst()
        .orElseThrow()
        .handler()
        .handle(request);
  }
}
