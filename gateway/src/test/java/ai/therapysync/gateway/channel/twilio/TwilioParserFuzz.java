package ai.therapysync.gateway.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.delivery.StatusReport;
import ai.therapysync.conversation.message.InboundMessage;
import ai.therapysync.gateway.channel.RecordingIntake;
import ai.therapysync.gateway.channel.Webhook;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whatever Twilio sends: 200 or 400, and nothing that can't be stored. */
final class TwilioParserFuzz {
  private static final List<String> PATHS =
      List.of(TwilioChannel.MESSAGE_PATH, TwilioChannel.STATUS_PATH);

  @FuzzTest(maxDuration = "", maxExecutions = 30_000)
  void anyFormIsAnswered(byte[] body) {
    RecordingIntake intake = new RecordingIntake();
    TwilioDoor door =
        new TwilioDoor(
            TwilioDouble.settings(URI.create("http://localhost")),
            InstantSource.fixed(Instant.EPOCH),
            intake);
    for (String path : PATHS) {
      Webhook.Request request = signed(path, body);
      boolean message = path.equals(TwilioChannel.MESSAGE_PATH);
      int status = (message ? door.message(request) : door.status(request)).status();
      boolean form = TwilioForm.read(request).isPresent();
      assertThat(status).isIn(form ? List.of(200, 400) : List.of(400));
    }
    intake.messages.forEach(TwilioParserFuzz::canBeStored);
    intake.reports.forEach(TwilioParserFuzz::canBeStored);
  }

  private static Webhook.Request signed(String path, byte[] body) {
    Webhook.Request bare =
        new Webhook.Request(path, "", Map.of("content-type", Requests.FORM), body);
    Optional<TwilioForm> form = TwilioForm.read(bare);
    String text =
        Requests.ORIGIN + path + form.map(one -> Requests.joined(one.values())).orElse("");
    return Requests.request(
        path, "", Requests.FORM, Requests.signature(Requests.TOKEN, text), body);
  }

  private static void canBeStored(InboundMessage message) {
    assertThat(message.providerId()).isNotBlank().hasSizeLessThan(256).doesNotContain("\u0000");
    assertThat(message.from().value()).hasSizeLessThan(256).doesNotContain("\u0000");
    assertThat(message.sender()).hasSizeLessThan(256).doesNotContain("\u0000");
    assertThat(message.text()).doesNotContain("\u0000");
  }

  private static void canBeStored(StatusReport report) {
    assertThat(report.providerId()).isNotBlank().hasSizeLessThan(256).doesNotContain("\u0000");
  }
}
