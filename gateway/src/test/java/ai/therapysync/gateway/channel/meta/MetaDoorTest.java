package ai.therapysync.gateway.channel.meta;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.delivery.StatusReport;
import ai.therapysync.conversation.message.Address;
import ai.therapysync.conversation.message.InboundMessage;
import ai.therapysync.conversation.message.MessageType;
import ai.therapysync.gateway.channel.Intake;
import ai.therapysync.gateway.channel.RecordingIntake;
import ai.therapysync.gateway.channel.Webhook;
import ai.therapysync.gateway.config.Secret;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules 19 to 22 of the providers: who may come in, and that nothing odd keeps a neighbour out. */
final class MetaDoorTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String GOOD = MetaNotes.text("wamid.good", "12025550141", "good");

  private final RecordingIntake intake = new RecordingIntake();

  @ParameterizedTest
  @CsvSource({
    "subscribe, verify-token-word, 200",
    "subscribe, verify%2dtoken%2Dword, 200",
    "subscribe, verify-token-wor, 403",
    "subscribe, '', 403",
    "unsubscribe, verify-token-word, 403",
    "subscribe, %zz, 403",
  })
  void rule19TheChallengeGoesBackToWhoKnowsTheToken(String mode, String token, int status) {
    Webhook.Response response =
        handle(
            "GET",
            new Webhook.Request(
                MetaChannel.PATH,
                "hub.mode=" + mode + "&hub.challenge=115%2B8&hub.verify_token=" + token,
                Map.of(),
                new byte[0]));
    assertThat(response.status()).isEqualTo(status);
    assertThat(response.contentType()).isEqualTo("text/plain");
    assertThat(response.body().equals("115+8")).isEqualTo(status == 200);
  }

  @Test
  void rule19WithoutAQueryNobodyIsKnown() {
    Webhook.Request bare = new Webhook.Request(MetaChannel.PATH, "", Map.of(), new byte[0]);
    assertThat(handle("GET", bare).status()).isEqualTo(403);
  }

  @Test
  void rule20TheSignatureIsOverTheRawBytes() {
    // The vector that GitHub publishes, whose signature is made in the same way.
    byte[] body = "Hello, World!".getBytes(StandardCharsets.UTF_8);
    String signature = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";
    MetaSignature known = new MetaSignature(new Secret("It's a Secret to Everybody"));
    assertThat(known.isGenuine(MetaNotes.request(body, signature))).isTrue();
    body[0] = 'h';
    assertThat(known.isGenuine(MetaNotes.request(body, signature))).isFalse();
  }

  @Test
  void rule20AMissingOrWrongSignatureIsRefusedBeforeAnythingIsRead() {
    byte[] body = MetaNotes.messages(GOOD).getBytes(StandardCharsets.UTF_8);
    String good = MetaNotes.signature(body, MetaDouble.APP_SECRET);
    for (String wrong :
        List.of(
            "",
            "sha256=",
            good.substring("sha256=".length()),
            good.substring(0, good.length() - 1),
            good + "0",
            MetaNotes.signature(body, "another-secret"),
            "sha1=" + good.substring("sha256=".length()))) {
      assertThat(handle("POST", MetaNotes.request(body, wrong)).status()).isEqualTo(403);
    }
    byte[] garbage = {1, 2, 3};
    assertThat(handle("POST", MetaNotes.request(garbage, "")).status()).isEqualTo(403);
    assertThat(intake.messages).isEmpty();
    assertThat(handle("POST", MetaNotes.request(body, good)).status()).isEqualTo(200);
    assertThat(intake.messages).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "null", "5", "\"x\"", "{", "{}{}", "{\"entry\": [}", "entry=1"})
  void whatIsNoJsonObjectIsABadRequest(String body) {
    assertThat(post(body)).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"object\": \"page\"}",
        "{\"entry\": null}",
        "{\"entry\": []}",
        "{\"entry\": [{\"changes\": []}]}",
        "{\"entry\": [{\"changes\": [{\"field\": \"account_update\", \"value\": {\"messages\":"
            + " [{\"id\": \"x\"}]}}]}]}",
        "{\"entry\": [{\"changes\": [{\"field\": \"message_template_status_update\", \"value\": 5}]}]}"
      })
  void rule21AnythingButMessagesIsAnsweredAndLeft(String body) {
    assertThat(post(body)).isEqualTo(200);
    assertThat(intake.messages).isEmpty();
    assertThat(intake.reports).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5",
        "null",
        "\"text\"",
        "[]",
        "{}",
        "{\"id\": {}}",
        "{\"id\": \"wamid.odd\", \"from\": 5, \"type\": [], \"text\": \"x\", \"timestamp\": {}}",
        "{\"id\": \"wamid.odd\", \"from\": \"12025550141\", \"type\": \"text\", \"text\": 7}",
        "{\"id\": \"wamid.odd\", \"type\": \"image\", \"image\": [1]}",
        "{\"id\": \"wamid.odd\", \"type\": \"location\", \"location\": {\"latitude\": 1e400}}",
        "{\"id\": \"wamid.odd\", \"type\": \"text\", \"type\": \"image\", \"id\": \"wamid.odd2\"}",
        "{\"id\": \"wamid.odd\", \"text\": {\"body\": \"\\ud800\\u0000\"}}",
        "{\"id\": \"wamid.odd\", \"errors\": [{\"code\": 131051}], \"type\": \"unsupported\"}"
      })
  void rule21OneOddElementSpoilsNoOther(String odd) {
    String body =
        MetaNotes.value(
            "\"messages\": [%s, %s, %s], \"statuses\": [%s, %s]"
                .formatted(
                    MetaNotes.text("wamid.first", "12025550141", "first"),
                    odd,
                    GOOD,
                    odd,
                    MetaNotes.status("wamid.out", "sent", "")));
    assertThat(post(body)).isEqualTo(200);
    assertThat(intake.messages).hasSize(3);
    assertThat(inOrder().getLast().text()).isEqualTo("good");
    assertThat(inOrder().get(1).type()).isNotEqualTo(MessageType.TEXT);
    assertThat(intake.reports).hasSize(2).extracting(StatusReport::rawStatus).contains("sent");
  }

  @Test
  void rule21OddEntriesAndChangesSpoilNoOther() {
    String change =
        "{\"field\": \"messages\", \"value\": {\"messages\": [" + GOOD + "], \"statuses\": 5}}";
    post(
        "{\"entry\": [5, {\"changes\": {}}, {\"changes\": [null, {\"field\": 5, \"value\": []}, "
            + change
            + "]}], \"entry\": [{\"changes\": ["
            + change.replace("wamid.good", "wamid.better")
            + "]}]}");
    assertThat(intake.messages).hasSize(7);
    assertThat(texts()).filteredOn("good"::equals).hasSize(2);
    assertThat(intake.messages)
        .extracting(InboundMessage::providerId)
        .contains("wamid.good", "wamid.better");
    assertThat(intake.messages.stream().filter(InboundMessage::isQuiet)).hasSize(5);
  }

  @Test
  void rule21DeepNestingHugeNumbersAndBytesThatAreNoUtf8SpoilNoOther() throws Exception {
    int depth = 200_000;
    String head =
        MetaNotes.value(
            "\"messages\": [{\"id\": \"wamid.deep\", \"x\": "
                + "[".repeat(depth)
                + "]".repeat(depth)
                + ", \"n\": "
                + "9".repeat(100_000)
                + ", \"text\": {\"body\": \"@@@\"}}, "
                + GOOD
                + "]");
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    String[] halves = head.split("@@@", 2);
    body.writeBytes(halves[0].getBytes(StandardCharsets.UTF_8));
    body.writeBytes(new byte[] {(byte) 0xff, (byte) 0xc3, 'h', 'i'});
    body.writeBytes(halves[1].getBytes(StandardCharsets.UTF_8));
    byte[] bytes = body.toByteArray();
    String signature = MetaNotes.signature(bytes, MetaDouble.APP_SECRET);
    assertThat(handle("POST", MetaNotes.request(bytes, signature)).status()).isEqualTo(200);
    assertThat(texts()).containsExactly("\ufffd\ufffdhi", "good");
  }

  @Test
  void rule21AThousandEntriesAreAllWalked() {
    String entries =
        IntStream.range(0, 1_000)
            .mapToObj(i ->
                i == 500
                    ? "{\"changes\": 5}"
                    : "{\"changes\": [{\"field\": \"messages\", \"value\": {\"messages\": ["
                        + MetaNotes.text("wamid." + i, "12025550141", "words " + i)
                        + "]}}]}")
            .collect(Collectors.joining(","));
    assertThat(post("{\"entry\": [" + entries + "]}")).isEqualTo(200);
    assertThat(intake.messages).hasSize(1_000);
    assertThat(texts().get(999)).isEqualTo("words 999");
    assertThat(intake.messages).extracting(InboundMessage::receivedAt).doesNotHaveDuplicates();
  }

  @Test
  void rule21PeopleOfOneBodyDoNotWaitForEachOtherAndEachKeepsTheirOrder() {
    String messages =
        IntStream.range(0, 400)
            .mapToObj(i -> MetaNotes.text("wamid." + i, "120255501" + (10 + i % 20), "words " + i))
            .collect(Collectors.joining(","));
    assertThat(post("{\"entry\": [{\"changes\": [" + change(messages) + "]}]}")).isEqualTo(200);
    assertThat(intake.messages).hasSize(400);
    Map<Address, List<Instant>> people =
        intake.messages.stream()
            .collect(
                Collectors.groupingBy(
                    InboundMessage::from,
                    Collectors.mapping(InboundMessage::receivedAt, Collectors.toList())));
    assertThat(people).hasSize(20);
    assertThat(people.values())
        .allSatisfy(times -> assertThat(times).isSorted().doesNotHaveDuplicates());
  }

  private static String change(String messages) {
    return "{\"field\": \"messages\", \"value\": {\"messages\": [" + messages + "]}}";
  }

  @Test
  void rule22WhatCouldNotBeStoredIsAskedForAgainAndKeepsNoNeighbourOut() {
    Intake broken =
        new Intake() {
          @Override
          public void receive(InboundMessage message) {
            if (message.text().equals("first")) {
              throw new IllegalStateException("a fault of ours");
            }
            intake.receive(message);
          }

          @Override
          public void report(StatusReport report) {}
        };
    String body = MetaNotes.messages(MetaNotes.text("wamid.1", "12025550141", "first"), GOOD);
    Webhook.Response response = handle(broken, "POST", MetaNotes.signed(body));
    assertThat(response.status()).isEqualTo(503);
    assertThat(texts()).containsExactly("good");
  }

  /** In the order of the body. */
  private List<String> texts() {
    return inOrder().stream().map(InboundMessage::text).toList();
  }

  private List<InboundMessage> inOrder() {
    return intake.messages.stream()
        .sorted(Comparator.comparing(InboundMessage::receivedAt))
        .toList();
  }

  private int post(String body) {
    return handle("POST", MetaNotes.signed(body)).status();
  }

  private Webhook.Response handle(String method, Webhook.Request request) {
    return handle(intake, method, request);
  }

  private static Webhook.Response handle(Intake to, String method, Webhook.Request request) {
    MetaChannel channel =
        new MetaChannel(
            MetaDouble.settings(URI.create("http://localhost")), InstantSource.fixed(NOW));
    return channel.open(to).stream()
        .filter(webhook -> webhook.method().equals(method))
        .findFirst()
        .orElseThrow()
        .handler()
        .handle(request);
  }
}
