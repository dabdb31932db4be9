package ai.therapysync.gateway.channel.twilio;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.delivery.DeliveryStatus;
import ai.therapysync.conversation.message.Address;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.OutboundId;
import ai.therapysync.conversation.message.OutboundMessage;
import ai.therapysync.conversation.message.TemplateText;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.people.EmailAddress;
import ai.therapysync.crisis.people.PhoneNumber;
import ai.therapysync.gateway.channel.SendOutcome;
import ai.therapysync.gateway.channel.SendOutcome.Accepted;
import ai.therapysync.gateway.channel.SendOutcome.NotTaken;
import ai.therapysync.gateway.channel.SendOutcome.Reason;
import ai.therapysync.gateway.channel.SendOutcome.Rejected;
import ai.therapysync.gateway.channel.SendOutcome.Throttled;
import ai.therapysync.gateway.channel.SendOutcome.Unknown;
import ai.therapysync.gateway.config.TwilioSettings;
import com.github.tomakehurst.wiremock.client.BasicCredentials;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TwilioSendTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final OutboundId ID = new OutboundId(UUID.randomUUID());
  private static final String TEMPLATE = "HX00000000000000000000000000000001";
  private static final String SERVICE = "MG00000000000000000000000000000001";

  private final TwilioDouble twilio = new TwilioDouble();

  @AfterEach
  void stop() {
    twilio.close();
  }

  @Test
  void rule06AnSmsGoesFromOurNumberWithOurIdInTheCallback() {
    twilio.accepts();
    assertThat(send(sms("hello", false))).isEqualTo(new Accepted("SM1", DeliveryStatus.QUEUED));
    assertThat(onlyForm())
        .containsEntry("To", "+14155550123")
        .containsEntry("From", TwilioDouble.SMS_FROM)
        .containsEntry("Body", "hello")
        .containsEntry("StatusCallback", "https://gateway.example/webhooks/twilio/status?m=" + ID)
        .doesNotContainKeys("ValidityPeriod", "MessagingServiceSid");
  }

  @Test
  void ourCredentialsAndTheConfiguredBaseAreUsed() {
    twilio.accepts();
    send(sms("hello", false));
    twilio
        .server()
        .verify(
            WireMock.postRequestedFor(WireMock.urlEqualTo(TwilioDouble.MESSAGES))
                .withBasicAuth(new BasicCredentials(TwilioDouble.ACCOUNT, "token-now")));
  }

  @Test
  void whatsappHasItsPrefixOnBothSidesAndNoValidity() {
    twilio.accepts();
    send(message(ChannelName.WHATSAPP, Optional.empty(), "hello", true));
    assertThat(onlyForm())
        .containsEntry("To", "whatsapp:+14155550123")
        .containsEntry("From", "whatsapp:" + TwilioDouble.WHATSAPP_FROM)
        .doesNotContainKey("ValidityPeriod");
  }

  @Test
  void rule11ATemplateGoesByItsContentSidWithItsValuesAndWithoutABody() {
    twilio.accepts();
    send(template(List.of("https://gateway.example/respond/x", "two")));
    assertThat(onlyForm())
        .containsEntry("ContentSid", TEMPLATE)
        .containsEntry(
            "ContentVariables", "{\"1\":\"https://gateway.example/respond/x\",\"2\":\"two\"}")
        .containsEntry("From", "whatsapp:" + TwilioDouble.WHATSAPP_FROM)
        .containsEntry("To", "whatsapp:+14155550123")
        .doesNotContainKey("Body");
  }

  private static OutboundMessage template(List<String> values) {
    return new OutboundMessage(
        ID,
        ChannelName.WHATSAPP,
        Optional.empty(),
        Address.ofSender("+14155550123"),
        "",
        "",
        false,
        Optional.of(new TemplateText(TEMPLATE, Language.ENGLISH, values)));
  }

  @Test
  void rule12ACrisisSmsFailsAloudSoon() {
    twilio.accepts();
    send(sms("call now", true));
    assertThat(onlyForm()).containsEntry("ValidityPeriod", "120");
  }

  @Test
  void rule05TheSenderThatAMessageNamesIsUsedThoughThereIsAService() {
    twilio.accepts();
    send(withService(), message(ChannelName.SMS, Optional.of("+15005550001"), "hello", false));
    assertThat(onlyForm())
        .containsEntry("From", "+15005550001")
        .doesNotContainKey("MessagingServiceSid");
  }

  @Test
  void aMessagingServiceChoosesTheSenderOfAnSms() {
    twilio.accepts();
    send(withService(), sms("hello", false));
    assertThat(onlyForm()).containsEntry("MessagingServiceSid", SERVICE).doesNotContainKey("From");
  }

  @Test
  void rule08CurlyQuotesDoNotDoubleTheCostOfAnSms() {
    twilio.accepts();
    send(sms("I’m “here”…", false));
    assertThat(onlyForm()).containsEntry("Body", "I'm \"here\"...");
  }

  @ParameterizedTest
  @CsvSource({
    "400, 21610, OPTED_OUT", "400, 21211, ADDRESS", "400, 21614, ADDRESS", "400, 21612, ADDRESS",
    "400, 21408, ADDRESS", "400, 63016, WINDOW", "400, 21617, CONTENT", "401, 20003, ACCOUNT",
    "403, 20003, ACCOUNT", "404, 20404, ACCOUNT", "400, 99999, CONTENT", "402, 99999, ACCOUNT",
    "301, 0, ACCOUNT",
  })
  void rule10ARefusalNamesWhoseFaultItIs(int status, int code, Reason reason) {
    twilio.refuses(status, code);
    assertThat(send(sms("hello", false)))
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> {
              assertThat(rejected.reason()).isEqualTo(reason);
              assertThat(rejected.code()).isEqualTo(Integer.toString(code == 0 ? status : code));
              assertThat(rejected.why()).doesNotContain("415555");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "7, 7",
    "'Sun, 01 Mar 2026 12:00:30 GMT', 30",
    "soon, 1",
    "'', 1",
    "99999999999999, 1"
  })
  void rule10AThrottledMessageWaitsAsLongAsItIsTold(String retryAfter, int seconds) {
    twilio.answers(
        aResponse()
            .withStatus(429)
            .withHeader("Retry-After", retryAfter)
            .withBody("{\"code\":20429,\"status\":429}"));
    assertThat(send(sms("hello", false))).isEqualTo(new Throttled(NOW.plusSeconds(seconds)));
  }

  @ParameterizedTest
  @CsvSource({"429, 0", "400, 63018", "400, 20429", "503, 20429"})
  void rule10LimitsAreSafeToRepeat(int status, int code) {
    twilio.refuses(status, code);
    assertThat(send(sms("hello", false))).isEqualTo(new Throttled(NOW.plusSeconds(1)));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 504})
  void rule13AServersFaultLeavesTheFateOpen(int status) {
    twilio.refuses(status, 20500);
    assertThat(send(sms("hello", false))).isInstanceOf(Unknown.class);
    twilio.answers(status, "<html>");
    assertThat(send(sms("hello", false))).isInstanceOf(Unknown.class);
  }

  @Test
  void anUnavailableServerHasNotTakenIt() {
    twilio.refuses(503, 20503);
    assertThat(send(sms("hello", false))).isInstanceOf(NotTaken.class);
    twilio.answers(503, "");
    assertThat(send(sms("hello", false))).isInstanceOf(NotTaken.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{", "<html></html>", "{}", "{\"sid\":\"\"}"})
  void aSuccessThatCanNotBeReadLeavesTheFateOpen(String body) {
    twilio.answers(201, body);
    assertThat(send(sms("hello", false))).isInstanceOf(Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503})
  void rule13NothingIsRepeatedBehindOurBack(int status) {
    twilio.refuses(status, 0);
    send(sms("hello", false));
    twilio.server().verify(1, anyRequestedFor(anyUrl()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"EMPTY_RESPONSE", "RANDOM_DATA_THEN_CLOSE", "MALFORMED_RESPONSE_CHUNK"})
  void aBrokenAnswerLeavesTheFateOpenAndIsAskedForOnce(String fault) {
    twilio.answers(aResponse().withStatus(201).withFault(Fault.valueOf(fault)));
    assertThat(send(sms("hello", false))).isInstanceOf(Unknown.class);
    twilio.server().verify(1, anyRequestedFor(anyUrl()));
  }

  @Test
  void anAnswerThatTricklesInDoesNotOutlastTheLimit() {
    twilio.answers(
        aResponse()
            .withStatus(201)
            .withBody(TwilioDouble.message("SM1", "queued", "x", "+14155550123"))
            .withChunkedDribbleDelay(10, 10_000));
    long began = System.nanoTime();
    assertThat(send(sms("hello", false))).isInstanceOf(Unknown.class);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(6));
  }

  @Test
  void rule08WhatTwilioCanNotTakeIsNotEvenSent() {
    twilio.accepts();
    assertThat(send(sms("x".repeat(1_601), false)))
        .isInstanceOfSatisfying(
            Rejected.class, r -> assertThat(r.reason()).isEqualTo(Reason.CONTENT));
    assertThat(send(sms(" \n", false))).isInstanceOf(Rejected.class);
    OutboundMessage mail =
        new OutboundMessage(
            ID,
            ChannelName.EMAIL,
            Optional.empty(),
            new Address.OfMail(new EmailAddress("a@b.example")),
            "s",
            "t",
            false);
    assertThat(send(mail)).isInstanceOf(Rejected.class);
    assertThat(twilio.posted()).isEmpty();
  }

  @Test
  void rule08SixteenHundredEmojiAreHandedOver() {
    twilio.accepts();
    String emoji = "🙂".repeat(1_600);
    assertThat(send(message(ChannelName.WHATSAPP, Optional.empty(), emoji, false)))
        .isInstanceOf(Accepted.class);
    assertThat(onlyForm()).containsEntry("Body", emoji);
  }

  @Test
  void withoutASenderAChannelIsOff() {
    TwilioSettings plain = twilio.settings();
    TwilioSettings none =
        new TwilioSettings(
            plain.accountSid(),
            plain.authToken(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("+15005550007"),
            Optional.empty(),
            plain.apiBase(),
            plain.publicUrl());
    assertThat(new TwilioChannel(none, InstantSource.fixed(NOW)).carries())
        .containsExactly(ChannelName.WHATSAPP);
    assertThat(send(none, sms("hello", false)))
        .isInstanceOfSatisfying(
            Rejected.class, r -> assertThat(r.reason()).isEqualTo(Reason.ACCOUNT));
    assertThat(twilio.posted()).isEmpty();
  }

  private SendOutcome send(OutboundMessage message) {
    return send(twilio.settings(), message);
  }

  private static SendOutcome send(TwilioSettings settings, OutboundMessage message) {
    return new TwilioChannel(
            settings, InstantSource.fixed(NOW), Duration.ofSeconds(1), Duration.ofSeconds(3))
        .send(message);
  }

  private TwilioSettings withService() {
    TwilioSettings plain = twilio.settings();
    return new TwilioSettings(
        plain.accountSid(),
        plain.authToken(),
        plain.previousAuthToken(),
        plain.smsFrom(),
        plain.whatsappFrom(),
        Optional.of(SERVICE),
        plain.apiBase(),
        plain.publicUrl());
  }

  private Map<String, String> onlyForm() {
    assertThat(twilio.posted()).hasSize(1);
    return twilio.posted().getFirst();
  }

  private static OutboundMessage sms(String text, boolean crisis) {
    return message(ChannelName.SMS, Optional.empty(), text, crisis);
  }

  private static OutboundMessage message(
      ChannelName channel, Optional<String> sender, String text, boolean crisis) {
    Address to = new Address.OfNumber(new PhoneNumber("+14155550123"));
    return new OutboundMessage(ID, channel, sender, to, "", text, crisis);
  }
}
