package ai.therapysync.gateway.channel.meta;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.delivery.DeliveryStatus;
import ai.therapysync.conversation.message.Address;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.OutboundId;
import ai.therapysync.conversation.message.OutboundMessage;
import ai.therapysync.conversation.message.TemplateText;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.gateway.channel.SendOutcome;
import ai.therapysync.gateway.channel.SendOutcome.Reason;
import ai.therapysync.gateway.channel.SendOutcome.Rejected;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules 25, 28 and 29 of the providers: what is sent, and what an answer means. */
final class MetaSendTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final OutboundId ID = new OutboundId(new UUID(7, 7));

  private final MetaDouble meta = new MetaDouble();
  private final MetaChannel channel = new MetaChannel(meta.settings(), InstantSource.fixed(NOW));

  @AfterEach
  void stop() {
    meta.close();
  }

  @Test
  void aTextGoesFromTheNumbersIdWithOurOwnIdAndWithoutAPreview() throws Exception {
    assertThat(send("+14155550123", "hello \"you\"\n:)"))
        .isEqualTo(new SendOutcome.Accepted(meta.id(1), DeliveryStatus.QUEUED));
    MetaDouble.Call call = meta.calls().getFirst();
    assertThat(call.path()).isEqualTo("/v23.0/106540352242922/messages");
    assertThat(call.authorization()).isEqualTo("Bearer access-token-word");
    assertThat(call.body().toString())
        .isEqualTo(
            "{\"messaging_product\":\"whatsapp\",\"recipient_type\":\"individual\","
                + "\"to\":\"14155550123\",\"type\":\"text\","
                + "\"text\":{\"preview_url\":false,\"body\":\"hello \\\"you\\\"\\n:)\"},"
                + "\"biz_opaque_callback_data\":\"00000000-0000-0007-0000-000000000007\"}");
  }

  @Test
  void whoHidesTheirNumberIsAddressedByTheirIdAndNeverInTo() {
    send("US.13491208655302741918", "hello");
    assertThat(meta.calls().getFirst().body().path("recipient").asText())
        .isEqualTo("US.13491208655302741918");
    assertThat(meta.calls().getFirst().body().has("to")).isFalse();
  }

  @Test
  void theAnswerLeavesByTheNumberThatWasWrittenToButNeverByOneThatIsNotMetas() {
    channel.send(message(Optional.of("999000111"), "+14155550123", "hello"));
    assertThat(meta.calls().getFirst().path()).isEqualTo("/v23.0/999000111/messages");
    assertThat(channel.send(message(Optional.of("+12025550101"), "+14155550123", "hello")))
        .isInstanceOf(Rejected.class);
    assertThat(meta.calls()).hasSize(1);
  }

  @Test
  void rule26OutsideTheDayATemplateGoesByItsNameAndLanguage() {
    channel.send(template("write_back/pt_BR", List.of()));
    channel.send(template("contact_call/en", List.of("https://example.org/respond/a")));
    assertThat(meta.calls().getFirst().body().path("template").toString())
        .isEqualTo(
            "{\"name\":\"write_back\","
                + "\"language\":{\"policy\":\"deterministic\",\"code\":\"pt_BR\"}}");
    assertThat(meta.calls().getLast().body().toString())
        .isEqualTo(
            "{\"messaging_product\":\"whatsapp\",\"recipient_type\":\"individual\","
                + "\"to\":\"14155550123\",\"type\":\"template\","
                + "\"template\":{\"name\":\"contact_call\","
                + "\"language\":{\"policy\":\"deterministic\",\"code\":\"en\"},"
                + "\"components\":[{\"type\":\"body\",\"parameters\":[{\"type\":\"text\","
                + "\"text\":\"https://example.org/respond/a\"}]}]},"
                + "\"biz_opaque_callback_data\":\"00000000-0000-0007-0000-000000000007\"}");
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 80007, 130429, 131048})
  void rule25TooFastIsThrottled(int code) {
    meta.refuses(400, code);
    assertThat(send("+14155550123", "hello"))
        .isEqualTo(new SendOutcome.Throttled(NOW.plusSeconds(1)));
  }

  @Test
  void rule25TooManyToOnePersonWaitLongerEachTime() {
    meta.refuses(400, 131056);
    assertThat(send("+14155550123", "hello")).isEqualTo(new SendOutcome.Crowded());
  }

  @Test
  void aTimeThatIsToldIsKept() {
    meta.answers(429, "", "Retry-After", "7");
    assertThat(send("+14155550123", "hello"))
        .isEqualTo(new SendOutcome.Throttled(NOW.plusSeconds(7)));
  }

  @ParameterizedTest
  @CsvSource({
    "400, 131047, WINDOW",
    "400, 470, WINDOW",
    "400, 131026, ADDRESS",
    "401, 190, ACCOUNT",
    "403, 10, ACCOUNT",
    "400, 100, CONTENT",
    "400, 999999, CONTENT",
    "404, 999999, ACCOUNT",
    "302, 999999, ACCOUNT",
  })
  void rule25ACodeTellsWhoseFaultItIs(int status, int code, Reason reason) {
    meta.refuses(status, code);
    assertThat(send("+14155550123", "hello"))
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> {
              assertThat(rejected.reason()).isEqualTo(reason);
              assertThat(rejected.code()).isEqualTo(Integer.toString(code));
              assertThat(rejected.why()).doesNotContain("14155550123");
            });
  }

  @Test
  void anUnknownNumbersIdIsTheAccountsFaultNotTheMessages() {
    meta.answers(400, MetaDouble.error(100, 33));
    assertThat(send("+14155550123", "hello"))
        .isInstanceOfSatisfying(
            Rejected.class, rejected -> assertThat(rejected.reason()).isEqualTo(Reason.ACCOUNT));
  }

  @Test
  void rule25WhatMediaBrokeMayBeRepeated() {
    meta.refuses(400, 131053);
    assertThat(send("+14155550123", "hello")).isInstanceOf(SendOutcome.NotTaken.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503})
  void afterAFaultOfTheServerTheFateIsUnknown(int status) {
    meta.refuses(status, 131000);
    assertThat(send("+14155550123", "hello")).isInstanceOf(SendOutcome.Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{}", "[]", "{\"messages\": []}", "{\"messages\": [{\"id\": 5", "<html>"})
  void anAnswerThatNamesNoMessageLeavesItsFateOpen(String body) {
    meta.answers(200, body);
    assertThat(send("+14155550123", "hello")).isInstanceOf(SendOutcome.Unknown.class);
  }

  @Test
  void rule29ATextHas4096CharactersAtMost() {
    assertThat(send("+14155550123", "\ud83d\ude42".repeat(4_096)))
        .isInstanceOf(SendOutcome.Accepted.class);
    assertThat(send("+14155550123", "a".repeat(4_097))).isInstanceOf(Rejected.class);
    assertThat(send("+14155550123", " \n")).isInstanceOf(Rejected.class);
    assertThat(meta.calls()).hasSize(1);
  }

  private SendOutcome send(String to, String text) {
    return channel.send(message(Optional.empty(), to, text));
  }

  private static OutboundMessage template(String name, List<String> values) {
    return new OutboundMessage(
        ID,
        ChannelName.WHATSAPP,
        Optional.empty(),
        Address.ofSender("+14155550123"),
        "",
        "",
        false,
        Optional.of(new TemplateText(name, Language.ENGLISH, values)));
  }

  private static OutboundMessage message(Optional<String> sender, String to, String text) {
    return new OutboundMessage(
        ID, ChannelName.WHATSAPP, sender, Address.ofSender(to), "", text, false);
  }
}
