package ai.therapysync.gateway.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.gateway.simulator.SimulatedProviders;
import ai.therapysync.gateway.simulator.meta.MetaAccount;
import ai.therapysync.gateway.simulator.network.FakeGateway;
import ai.therapysync.gateway.simulator.network.Fault;
import ai.therapysync.gateway.simulator.network.Media;
import ai.therapysync.gateway.simulator.network.Pace;
import ai.therapysync.gateway.simulator.network.SentText;
import ai.therapysync.gateway.simulator.network.Status;
import ai.therapysync.gateway.simulator.network.Typed;
import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Twilio's own SDK talks to the simulated provider, and its validator checks the webhooks. */
class SimulatedTwilioTest {
  private static final String MAYA = "+12025550141";
  private static final String TOM = "+12025550142";

  private final Account account = Account.random();
  private final InstantSource clock = InstantSource.system();
  private final Pace pace = Pace.quick().withSlowAnswer(Duration.ofMillis(300));
  private final FakeGateway gateway = new FakeGateway(account.authToken());
  private final SimulatedProviders twilio =
      SimulatedProviders.start(account, MetaAccount.random(), pace, 0, clock);
  private final TwilioRestClient sdk =
      LoopbackSdk.client(twilio.apiBase(), account.sid(), account.authToken());

  SimulatedTwilioTest() {
    twilio.gatewayAt(gateway.url());
  }

  @AfterEach
  void stop() {
    twilio.close();
    gateway.close();
  }

  @Test
  void anSmsIsQueuedThenSentThenDeliveredBySignedCallbacks() throws InterruptedException {
    Message sent = sms(MAYA, "Hello, how was your day?").create(sdk);

    assertThat(sent.getStatus()).isEqualTo(Message.Status.QUEUED);
    assertThat(sent.getSid()).matches("SM[0-9a-f]{32}");
    assertThat(sent.getDirection()).isEqualTo(Message.Direction.OUTBOUND_API);
    assertThat(sent.getNumSegments()).isEqualTo("1");
    assertThat(sent.getDateCreated()).isNotNull();
    FakeGateway.Hit first = gateway.next();
    FakeGateway.Hit second = gateway.next();
    assertThat(List.of(first, second)).allMatch(FakeGateway.Hit::signed);
    assertThat(first.path()).isEqualTo("/webhooks/twilio/status?id=it%27s+1");
    assertThat(first.get("MessageSid")).isEqualTo(sent.getSid());
    assertThat(first.get("MessageStatus")).isEqualTo("sent");
    assertThat(second.get("MessageStatus")).isEqualTo("delivered");
    assertThat(Message.fetcher(sent.getSid()).fetch(sdk).getStatus())
        .isEqualTo(Message.Status.DELIVERED);
    assertThat(twilio.network().on(MAYA, ChannelName.SMS)).hasSize(1);
  }

  @Test
  void aWhatsAppMessageIsReadOnceThePhoneIsLookedAt() throws InterruptedException {
    whatsapp(MAYA, "Are you there?").create(sdk);
    assertThat(gateway.next().get("MessageStatus")).isEqualTo("sent");
    assertThat(gateway.next().get("EventType")).isEqualTo("DELIVERED");

    twilio.lookAt(MAYA, ChannelName.WHATSAPP);

    FakeGateway.Hit read = gateway.next();
    assertThat(read.signed()).isTrue();
    assertThat(read.get("MessageStatus")).isEqualTo("read");
    assertThat(read.get("To")).isEqualTo("whatsapp:" + MAYA);
  }

  @Test
  void theListFindsWhatWasSentToANumberSinceThen() {
    ZonedDateTime before = clock.instant().atZone(ZoneOffset.UTC).minusSeconds(5);
    sms(MAYA, "one").create(sdk);
    sms(MAYA, "two").create(sdk);
    sms(TOM, "three").create(sdk);

    assertThat(bodies(MAYA, before)).containsExactlyInAnyOrder("one", "two");
    assertThat(bodies(MAYA, before.plusHours(1))).isEmpty();
    assertThat(bodies("+12025550199", before)).isEmpty();
  }

  @Test
  void theListIsReadPageByPage() {
    for (int i = 0; i < 7; i++) {
      sms(MAYA, "number " + i).create(sdk);
    }

    List<String> found = new ArrayList<>();
    Message.reader()
        .setTo(new PhoneNumber(MAYA))
        .pageSize(3)
        .read(sdk)
        .forEach(message -> found.add(message.getBody()));

    assertThat(found).hasSize(7).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({"hello,hello,21211", "+1202,hi,21211", "+12025550141,'',21602"})
  void whatTwilioRefusesIsRefusedWithItsCode(String to, String body, int code) {
    assertThat(failure(sms(to, body))).isEqualTo(code);
  }

  @Test
  void aBodyMayHave1600Characters() {
    assertThat(sms(MAYA, "x".repeat(1_600)).create(sdk).getNumSegments()).isEqualTo("11");
    assertThat(sms(MAYA, "ж".repeat(71)).create(sdk).getNumSegments()).isEqualTo("2");
    assertThat(failure(sms(MAYA, "x".repeat(1_601)))).isEqualTo(21617);
  }

  @Test
  void aForeignSenderOrAWrongTokenIsRefused() {
    PhoneNumber maya = new PhoneNumber(MAYA);
    PhoneNumber stranger = new PhoneNumber("+12025550188");
    assertThat(failure(Message.creator(maya, stranger, "hi"))).isEqualTo(21606);
    TwilioRestClient forger = LoopbackSdk.client(twilio.apiBase(), account.sid(), "wrong");
    ApiException refused =
        catchThrowableOfType(ApiException.class, () -> sms(MAYA, "hi").create(forger));
    assertThat(refused.getCode()).isEqualTo(20003);
    assertThat(refused.getStatusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({"REFUSED,21211,400", "THROTTLED,20429,429", "BROKEN,20500,500"})
  void aFaultRefusesAtOnce(Fault fault, int code, int status) {
    twilio.network().fault(MAYA, fault);
    ApiException refused =
        catchThrowableOfType(ApiException.class, () -> sms(MAYA, "hi").create(sdk));
    assertThat(refused.getCode()).isEqualTo(code);
    assertThat(refused.getStatusCode()).isEqualTo(status);
    assertThat(twilio.network().messages()).isEmpty();
  }

  @Test
  void aLostAnswerHidesAMessageThatWasTaken() throws InterruptedException {
    twilio.network().fault(MAYA, Fault.LOST_ANSWER);
    assertThat(failure(sms(MAYA, "hi"))).isEqualTo(20500);
    assertThat(gateway.next().get("MessageStatus")).isEqualTo("sent");
    assertThat(gateway.next().get("MessageStatus")).isEqualTo("delivered");
  }

  @Test
  void anUnreachablePhoneIsReportedUndelivered() throws InterruptedException {
    twilio.network().fault(TOM, Fault.UNREACHABLE);
    sms(TOM, "hi").create(sdk);
    gateway.next();
    FakeGateway.Hit last = gateway.next();
    assertThat(last.get("MessageStatus")).isEqualTo("undelivered");
    assertThat(last.get("ErrorCode")).isEqualTo("30003");
  }

  @Test
  void aSilentPhoneGivesNoReceipt() throws InterruptedException {
    twilio.network().fault(TOM, Fault.SILENT);
    Message silent = sms(TOM, "hi").create(sdk);
    sms(MAYA, "marker").create(sdk);
    List<String> seen = new ArrayList<>();
    while (!seen.contains(MAYA + " delivered")) {
      FakeGateway.Hit hit = gateway.next();
      seen.add(hit.get("To") + " " + hit.get("MessageStatus"));
    }
    assertThat(seen).contains(TOM + " sent").doesNotContain(TOM + " delivered");
    assertThat(twilio.network().find(silent.getSid()).orElseThrow().status())
        .isEqualTo(Status.SENT);
  }

  @Test
  void aSlowNumberIsAnsweredLate() {
    twilio.network().fault(MAYA, Fault.SLOW);
    long began = System.nanoTime();
    assertThat(sms(MAYA, "hi").create(sdk).getSid()).startsWith("SM");
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(pace.slowAnswer());
  }

  @Test
  void outsideTheWindowAFreeWordFailsAndATextFromThePersonOpensIt() throws Exception {
    twilio.network().strictWindow(true);
    whatsapp(MAYA, "first").create(sdk);
    FakeGateway.Hit failed = gateway.next();
    assertThat(failed.get("MessageStatus")).isEqualTo("failed");
    assertThat(failed.get("ErrorCode")).isEqualTo("63016");

    assertThat(twilio.text(Typed.words(MAYA, ChannelName.WHATSAPP, "hi")).answer().get())
        .isEqualTo(200);
    assertThat(gateway.next().get("Body")).isEqualTo("hi");
    whatsapp(MAYA, "second").create(sdk);
    assertThat(gateway.next().get("MessageStatus")).isEqualTo("sent");
  }

  @Test
  void whatIsTypedArrivesSignedWithAllThatTwilioSays() throws Exception {
    Typed typed =
        Typed.words(
            MAYA,
            ChannelName.WHATSAPP,
            "Maya",
            "I can't sleep, été & 100 % =?",
            List.of(new Media("https://api.twilio.com/m/1", "image/png")));

    SentText sent = twilio.text(typed);

    FakeGateway.Hit hit = gateway.next();
    assertThat(hit.signed()).isTrue();
    assertThat(hit.path()).isEqualTo("/webhooks/twilio");
    assertThat(hit.form())
        .containsEntry("From", "whatsapp:" + MAYA)
        .containsEntry("To", "whatsapp:" + account.whatsappFrom())
        .containsEntry("Body", "I can't sleep, été & 100 % =?")
        .containsEntry("MessageSid", sent.sid())
        .containsEntry("AccountSid", account.sid())
        .containsEntry("SmsStatus", "received")
        .containsEntry("NumMedia", "1")
        .containsEntry("MediaContentType0", "image/png")
        .containsEntry("ProfileName", "Maya")
        .containsEntry("WaId", MAYA.substring(1))
        .containsEntry("ApiVersion", "2010-04-01");
    assertThat(sent.answer().get()).isEqualTo(200);
    assertThat(Message.fetcher(sent.sid()).fetch(sdk).getDirection())
        .isEqualTo(Message.Direction.INBOUND);
  }

  @Test
  void aWebhookAnswered503IsSentOnceMore() throws Exception {
    gateway.answersNext(503);
    SentText sent = twilio.text(Typed.words(MAYA, ChannelName.SMS, "hi"));
    assertThat(gateway.next().get("MessageSid")).isEqualTo(sent.sid());
    assertThat(gateway.next().get("MessageSid")).isEqualTo(sent.sid());
    assertThat(sent.answer().get()).isEqualTo(200);
  }

  @Test
  void aWebhookAnswered403IsNot() throws Exception {
    gateway.answersNext(403);
    SentText sent = twilio.text(Typed.words(MAYA, ChannelName.SMS, "hi"));
    assertThat(sent.answer().get()).isEqualTo(403);
    gateway.next();
    assertThat(gateway.isQuiet()).isTrue();
  }

  @Test
  void aDuplicateWebhookHasTheSameId() throws Exception {
    twilio.network().fault(MAYA, Fault.DUPLICATE_WEBHOOK);
    SentText sent = twilio.text(Typed.words(MAYA, ChannelName.SMS, "hi"));
    assertThat(gateway.next().get("MessageSid")).isEqualTo(sent.sid());
    assertThat(gateway.next().get("MessageSid")).isEqualTo(sent.sid());
  }

  @Test
  void afterStopNothingIsSentUntilStart() throws Exception {
    twilio.text(Typed.words(MAYA, ChannelName.SMS, " stop ")).answer().get();
    assertThat(failure(sms(MAYA, "hi"))).isEqualTo(21610);
    assertThat(twilio.network().on(MAYA, ChannelName.SMS)).hasSize(2);
    twilio.text(Typed.words(MAYA, ChannelName.SMS, "START")).answer().get();
    assertThat(sms(MAYA, "hi").create(sdk).getStatus()).isEqualTo(Message.Status.QUEUED);
  }

  private MessageCreator sms(String to, String body) {
    return Message.creator(new PhoneNumber(to), new PhoneNumber(account.smsFrom()), body)
        .setStatusCallback(URI.create(gateway.url() + "/webhooks/twilio/status?id=it%27s+1"));
  }

  private MessageCreator whatsapp(String to, String body) {
    return Message.creator(
            new PhoneNumber("whatsapp:" + to),
            new PhoneNumber("whatsapp:" + account.whatsappFrom()),
            body)
        .setStatusCallback(URI.create(gateway.url() + "/webhooks/twilio/status"));
  }

  private int failure(MessageCreator creator) {
    ApiException refused = catchThrowableOfType(ApiException.class, () -> creator.create(sdk));
    return refused.getCode();
  }

  private List<String> bodies(String to, ZonedDateTime since) {
    List<String> found = new ArrayList<>();
    Message.reader()
        .setTo(new PhoneNumber(to))
        .setDateSentAfter(since)
        .read(sdk)
        .forEach(message -> found.add(message.getBody()));
    return found;
  }
}
