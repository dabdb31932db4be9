package ai.therapysync.gateway.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.delivery.DeliveryStatus;
import ai.therapysync.conversation.delivery.StatusReport;
import ai.therapysync.conversation.message.OutboundId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TwilioStatusesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "accepted, QUEUED",
    "scheduled, QUEUED",
    "queued, QUEUED",
    "sending, QUEUED",
    "sent, SENT",
    "delivered, DELIVERED",
    "read, READ",
    "undelivered, FAILED",
    "failed, FAILED",
    "canceled, FAILED",
    "Delivered, DELIVERED",
  })
  void rule07EveryStatusIsRead(String word, DeliveryStatus status) {
    StatusReport report = report("", Map.of("MessageStatus", word));
    assertThat(report.status()).contains(status);
    assertThat(report.rawStatus()).isEqualTo(word);
  }

  @ParameterizedTest
  @ValueSource(strings = {"receiving", "received", "teleported", "partially_delivered", ""})
  void rule07AWordThatNobodyKnowsIsKept(String word) {
    StatusReport report = report("", Map.of("MessageStatus", word));
    assertThat(report.status()).isEmpty();
    assertThat(report.rawStatus()).isEqualTo(word);
  }

  @ParameterizedTest
  @CsvSource({
    "30003, false, false", "30008, false, false", "30005, false, true", "30006, false, true",
    "21211, false, true", "21614, false, true", "21610, false, true", "63018, true, false",
    "20429, true, false", "30001, true, false", "63016, false, false", "nonsense, false, false",
  })
  void rule10AnErrorMeansTheSameInAStatus(String code, boolean throttled, boolean permanent) {
    StatusReport report = report("", Map.of("MessageStatus", "failed", "ErrorCode", code));
    assertThat(report.errorCode()).contains(code);
    assertThat(report.throttled()).isEqualTo(throttled);
    assertThat(report.permanent()).isEqualTo(permanent);
  }

  @Test
  void findsOurIdAmongOtherParameters() {
    UUID id = UUID.randomUUID();
    assertThat(report("a=b&m=" + id, Map.of("MessageStatus", "sent")).outboundId())
        .contains(new OutboundId(id));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "m=", "m=x", "x=1", "&&m"})
  void livesWithoutOurId(String query) {
    assertThat(report(query, Map.of("MessageStatus", "sent")).outboundId()).isEmpty();
  }

  @Test
  void readsOlderNames() {
    TwilioForm form =
        TwilioForm.read(Requests.request("/", "", Requests.FORM, "", "SmsSid=SM7&SmsStatus=sent"))
            .orElseThrow();
    StatusReport report = TwilioStatuses.parse(form, "", NOW).orElseThrow();
    assertThat(report.providerId()).isEqualTo("SM7");
    assertThat(report.status()).contains(DeliveryStatus.SENT);
  }

  private static StatusReport report(String query, Map<String, String> parameters) {
    Map<String, String> all = new HashMap<>(parameters);
    all.put("MessageSid", "SM1");
    TwilioForm form = TwilioForm.read(Requests.signed("/", "", all)).orElseThrow();
    return TwilioStatuses.parse(form, query, NOW).orElseThrow();
  }
}
