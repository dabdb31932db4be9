package ai.therapysync.gateway.channel.twilio;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.delivery.DeliveryStatus;
import ai.therapysync.conversation.message.Address;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.OutboundId;
import ai.therapysync.conversation.message.OutboundMessage;
import ai.therapysync.crisis.people.PhoneNumber;
import ai.therapysync.gateway.channel.Fate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TwilioAskTest {
  private static final Instant SINCE = Instant.parse("2026-03-01T12:00:00Z");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.US);
  private static final String TO = "+14155550123";

  private final TwilioDouble twilio = new TwilioDouble();
  private final TwilioChannel channel =
      new TwilioChannel(
          twilio.settings(),
          InstantSource.fixed(SINCE),
          Duration.ofSeconds(1),
          Duration.ofSeconds(3));

  @AfterEach
  void stop() {
    twilio.close();
  }

  @Test
  void rule13TheMessageThatWasTakenIsFound() {
    lists(listed("SM5", "hello", SINCE));
    assertThat(ask("hello")).isEqualTo(new Fate.Taken("SM5", DeliveryStatus.QUEUED));
  }

  @Test
  void rule13OneThatIsAlreadyAnotherMessagesIsPassedOver() {
    lists(listed("SM5", "hello", SINCE), listed("SM6", "hello", SINCE));
    assertThat(ask("hello", "SM5"::equals)).isEqualTo(new Fate.Taken("SM6", DeliveryStatus.QUEUED));
    assertThat(ask("hello", _ -> true)).isEqualTo(new Fate.NotTaken());
  }

  @Test
  void anythingElseIsNotIt() {
    lists(
        listed("SM1", "other words", SINCE),
        listed("SM2", "hello", SINCE.minusSeconds(3)),
        item("SM3", "inbound", TwilioDouble.SMS_FROM, TO, SINCE),
        item("SM4", "outbound-api", "+15005559999", TO, SINCE),
        item("SM5", "outbound-api", TwilioDouble.SMS_FROM, "+14155559999", SINCE));
    assertThat(ask("hello")).isEqualTo(new Fate.NotTaken());
  }

  @Test
  void clocksMayDifferByTwoSeconds() {
    lists(listed("SM5", "hello", SINCE.minusSeconds(2)));
    assertThat(ask("hello")).isInstanceOf(Fate.Taken.class);
  }

  @Test
  void theWordsAreComparedAsTheyWereSent() {
    lists(listed("SM5", "I'm here", SINCE));
    assertThat(ask("I’m here ")).isInstanceOf(Fate.Taken.class);
  }

  @Test
  void aTrialAccountsWordsBeforeTheTextAreKnown() {
    lists(listed("SM5", "Sent from your Twilio trial account - hello", SINCE));
    assertThat(ask("hello")).isInstanceOf(Fate.Taken.class);
  }

  @Test
  void rule13AnEmptyListMeansNotTaken() {
    lists();
    assertThat(ask("hello")).isEqualTo(new Fate.NotTaken());
  }

  @Test
  void rule13TheNextPageIsLookedAtToo() {
    String next = TwilioDouble.MESSAGES + "?To=%2B14155550123&PageSize=100&Page=1&PageToken=PT1";
    twilio
        .server()
        .stubFor(
            get(urlPathEqualTo(TwilioDouble.MESSAGES))
                .withQueryParam("To", equalTo(TO))
                .willReturn(okJson(page(List.of(listed("SM1", "x", SINCE)), "\"" + next + "\""))));
    twilio
        .server()
        .stubFor(
            get(urlPathEqualTo(TwilioDouble.MESSAGES))
                .withQueryParam("PageToken", equalTo("PT1"))
                .willReturn(okJson(page(List.of(listed("SM2", "hello", SINCE)), "null"))));
    assertThat(ask("hello")).isEqualTo(new Fate.Taken("SM2", DeliveryStatus.QUEUED));
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 404, 429, 500, 503})
  void aRefusalIsNoAnswer(int status) {
    twilio.refuses(status, 20000 + status);
    assertThat(ask("hello")).isInstanceOf(Fate.NoAnswer.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[]", "null", "<html>"})
  void aListThatCanNotBeReadIsNoAnswer(String body) {
    twilio.answers(200, body);
    assertThat(ask("hello")).isInstanceOf(Fate.NoAnswer.class);
  }

  @Test
  void silenceIsNoAnswer() {
    twilio.answers(aResponse().withFixedDelay(8_000));
    assertThat(ask("hello")).isInstanceOf(Fate.NoAnswer.class);
  }

  private void lists(String... messages) {
    twilio.answers(200, page(List.of(messages), "null"));
  }

  private Fate ask(String text) {
    return ask(text, _ -> false);
  }

  private Fate ask(String text, Predicate<String> known) {
    OutboundMessage message =
        new OutboundMessage(
            new OutboundId(UUID.randomUUID()),
            ChannelName.SMS,
            Optional.empty(),
            new Address.OfNumber(new PhoneNumber(TO)),
            "",
            text,
            true);
    return channel.ask(message, SINCE, known);
  }

  private static String listed(String id, String body, Instant created) {
    return TwilioDouble.message(
        id, "queued", "outbound-api", TwilioDouble.SMS_FROM, TO, body, date(created));
  }

  private static String item(String id, String direction, String from, String to, Instant at) {
    return TwilioDouble.message(id, "queued", direction, from, to, "hello", date(at));
  }

  private static String date(Instant at) {
    return DATE.format(at.atOffset(ZoneOffset.UTC));
  }

  private static String page(List<String> messages, String next) {
    return """
    {"messages": [%s], "page": 0, "page_size": 100, "start": 0, "end": 0,
     "first_page_uri": "%s", "next_page_uri": %s, "previous_page_uri": null, "uri": "%s"}
    """
        .formatted(String.join(",", messages), TwilioDouble.MESSAGES, next, TwilioDouble.MESSAGES);
  }
}
