package ai.therapysync.gateway.channel.meta;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.delivery.StatusReport;
import ai.therapysync.conversation.message.InboundMessage;
import ai.therapysync.gateway.channel.RecordingIntake;
import ai.therapysync.gateway.channel.Webhook;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;

/** Whatever Meta sends: 200 or 400, nothing that can't be stored, and no neighbour lost. */
final class MetaParserFuzz {
  private static final String[] AROUND =
      MetaNotes.messages(
              MetaNotes.text("wamid.before", "12025550141", "before"),
              "@",
              MetaNotes.text("wamid.after", "12025550141", "after"))
          .split("@", 2);

  @FuzzTest(maxDuration = "", maxExecutions = 30_000)
  void anyBodyIsAnswered(byte[] body) {
    RecordingIntake intake = new RecordingIntake();
    assertThat(take(intake, body)).isIn(200, 400);
    intake.messages.forEach(MetaParserFuzz::canBeStored);
    intake.reports.forEach(MetaParserFuzz::canBeStored);
    betweenNeighbours(body);
  }

  private static void betweenNeighbours(byte[] odd) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(AROUND[0].getBytes(StandardCharsets.UTF_8));
    body.writeBytes(odd);
    body.writeBytes(AROUND[1].getBytes(StandardCharsets.UTF_8));
    RecordingIntake intake = new RecordingIntake();
    int status = take(intake, body.toByteArray());
    assertThat(status).isIn(200, 400);
    if (status == 200 && isElement(odd)) {
      assertThat(intake.messages.stream().sorted(Comparator.comparing(InboundMessage::receivedAt)))
          .extracting(InboundMessage::text)
          .startsWith("before")
          .endsWith("after");
    }
  }

  /** What is no element by itself may end the list, and its neighbour with it. */
  private static boolean isElement(byte[] odd) {
    String element = new String(odd, StandardCharsets.UTF_8);
    return MetaJson.read(("{\"x\": " + element + "}").getBytes(StandardCharsets.UTF_8)).isPresent();
  }

  private static void canBeStored(InboundMessage message) {
    assertThat(message.providerId()).isNotBlank().hasSizeLessThan(256).doesNotContain("\u0000");
    assertThat(message.from().value()).hasSizeLessThan(256).doesNotContain("\u0000");
    assertThat(message.sender()).hasSizeLessThan(256).doesNotContain("\u0000");
    assertThat(message.text()).hasSizeLessThan(65_537).doesNotContain("\u0000");
  }

  private static void canBeStored(StatusReport report) {
    assertThat(report.providerId()).isNotBlank().hasSizeLessThan(256).doesNotContain("\u0000");
    assertThat(report.rawStatus()).isNotBlank().hasSizeLessThan(256).doesNotContain("\u0000");
  }

  private static int take(RecordingIntake intake, byte[] body) {
    Webhook.Request request =
        MetaNotes.request(body, MetaNotes.signature(body, MetaDouble.APP_SECRET));
    return new MetaDoor(
            MetaDouble.settings(URI.create("http://localhost")),
            InstantSource.fixed(Instant.EPOCH),
            intake)
        .take(request)
        .status();
  }
}
