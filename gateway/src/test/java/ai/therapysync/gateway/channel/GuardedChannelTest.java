package ai.therapysync.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.delivery.DeliveryStatus;
import ai.therapysync.conversation.message.Address;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.OutboundId;
import ai.therapysync.conversation.message.OutboundMessage;
import ai.therapysync.conversation.message.Provider;
import ai.therapysync.crisis.people.PhoneNumber;
import ai.therapysync.gateway.channel.SendLimits.PairRate;
import ai.therapysync.gateway.channel.SendOutcome.Accepted;
import ai.therapysync.gateway.channel.SendOutcome.NotTaken;
import ai.therapysync.gateway.channel.SendOutcome.Throttled;
import ai.therapysync.gateway.channel.SendOutcome.Unknown;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

final class GuardedChannelTest {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final SendOutcome TAKEN = new Accepted("SM1", DeliveryStatus.QUEUED);
  private static final SendOutcome DOWN = new NotTaken("down");
  private static final SendLimits FAST = SendLimits.of(1_000, 1_000, Map.of());

  private final MovedClock clock = new MovedClock();
  private final FakeChannel provider = new FakeChannel();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @Test
  void aFailingProviderIsGivenAPause() {
    GuardedChannel channel = guarded(FAST);
    provider.outcome = DOWN;
    sendMany(channel, 10);
    assertThat(provider.calls).isEqualTo(10);
    assertThat(channel.send(sms("hello"))).isInstanceOf(NotTaken.class);
    assertThat(provider.calls).isEqualTo(10);
  }

  @Test
  void crisisMessagesGoThroughAnOpenBreaker() {
    GuardedChannel channel = guarded(FAST);
    provider.outcome = DOWN;
    sendMany(channel, 10);
    provider.outcome = TAKEN;
    assertThat(channel.send(crisis("call now"))).isEqualTo(TAKEN);
    assertThat(channel.send(sms("hello"))).isInstanceOf(NotTaken.class);
  }

  @Test
  void aPauseIsKnownWhileFailuresAreFreshAndNothingIsTaken() {
    GuardedChannel channel = guarded(FAST);
    provider.outcome = DOWN;
    sendMany(channel, 9);
    assertThat(channel.isPaused()).isFalse();
    sendMany(channel, 1);
    assertThat(channel.isPaused()).isTrue();
    clock.now = clock.now.plusSeconds(121);
    assertThat(channel.isPaused()).isFalse();
    channel.send(crisis("call now"));
    assertThat(channel.isPaused()).isTrue();
    provider.outcome = TAKEN;
    channel.send(crisis("call now"));
    assertThat(channel.isPaused()).isFalse();
  }

  @Test
  void crisisMessagesThatFailOpenTheBreakerForOthers() {
    GuardedChannel channel = guarded(FAST);
    provider.outcome = new Unknown("silence");
    for (int i = 0; i < 12; i++) {
      channel.send(crisis("call now"));
    }
    assertThat(provider.calls).isEqualTo(12);
    channel.send(sms("hello"));
    assertThat(provider.calls).isEqualTo(12);
  }

  @Test
  void afterThePauseOrdinaryMessagesTryWhetherItWorksAgain() {
    GuardedChannel channel = guarded(FAST);
    provider.outcome = DOWN;
    sendMany(channel, 10);
    clock.now = clock.now.plusSeconds(11);
    provider.outcome = TAKEN;
    sendMany(channel, 5);
    assertThat(provider.calls).isEqualTo(15);
  }

  @Test
  void crisisMessagesDoNotDecideWhetherItWorksAgain() {
    GuardedChannel channel = guarded(FAST);
    provider.outcome = DOWN;
    sendMany(channel, 10);
    clock.now = clock.now.plusSeconds(11);
    provider.outcome = TAKEN;
    channel.send(sms("one probe"));
    provider.outcome = DOWN;
    for (int i = 0; i < 5; i++) {
      channel.send(crisis("call now"));
    }
    provider.outcome = TAKEN;
    assertThat(channel.send(sms("the other probe"))).isEqualTo(TAKEN);
    assertThat(channel.send(sms("closed again"))).isEqualTo(TAKEN);
  }

  @Test
  void refusalsAndLimitsDoNotOpenTheBreaker() {
    GuardedChannel channel = guarded(FAST);
    provider.outcome =
        new SendOutcome.Rejected(SendOutcome.Reason.ADDRESS, "21211", "no such number");
    sendMany(channel, 20);
    provider.outcome = new Throttled(START);
    sendMany(channel, 20);
    assertThat(provider.calls).isEqualTo(40);
  }

  @Test
  void rule15AnOrdinaryMessageWaitsForItsSendersRate() {
    GuardedChannel channel = guarded(SendLimits.of(1, 80, Map.of()));
    assertThat(channel.send(sms("one"))).isEqualTo(TAKEN);
    SendOutcome second = channel.send(sms("two"));
    assertThat(second)
        .isInstanceOfSatisfying(
            Throttled.class,
            t -> assertThat(t.until()).isBetween(clock.now, clock.now.plusSeconds(1)));
    clock.now = ((Throttled) second).until();
    assertThat(channel.send(sms("two"))).isEqualTo(TAKEN);
    assertThat(provider.calls).isEqualTo(2);
  }

  @Test
  void rule15ALongSmsUsesUpAsManySecondsAsItHasSegments() {
    GuardedChannel channel = guarded(SendLimits.of(1, 80, Map.of()));
    channel.send(sms("x".repeat(400)));
    clock.now = clock.now.plusMillis(1_900);
    assertThat(channel.send(sms("next"))).isInstanceOf(Throttled.class);
    clock.now = clock.now.plusMillis(1_100);
    assertThat(channel.send(sms("next"))).isEqualTo(TAKEN);
  }

  @Test
  void aCrisisMessageIsNeverHeldButOthersWaitForIt() {
    GuardedChannel channel = guarded(SendLimits.of(1, 80, Map.of()));
    for (int i = 0; i < 5; i++) {
      assertThat(channel.send(crisis("call now"))).isEqualTo(TAKEN);
    }
    clock.now = clock.now.plusMillis(3_900);
    assertThat(channel.send(sms("small talk"))).isInstanceOf(Throttled.class);
    clock.now = clock.now.plusMillis(1_200);
    assertThat(channel.send(sms("small talk"))).isEqualTo(TAKEN);
  }

  @Test
  void aCrisisMessageThatWasNotTakenLeavesNothingToWaitFor() {
    GuardedChannel channel = guarded(SendLimits.of(1, 80, Map.of()));
    for (SendOutcome failure : List.of(DOWN, new Throttled(START))) {
      provider.outcome = failure;
      for (int i = 0; i < 4; i++) {
        assertThat(channel.send(crisis("call now"))).isEqualTo(failure);
      }
    }
    provider.outcome = TAKEN;
    assertThat(channel.send(sms("small talk"))).isEqualTo(TAKEN);
  }

  @Test
  void rule15EverySenderAndChannelHasARateOfItsOwn() {
    GuardedChannel channel = guarded(SendLimits.of(1, 2, Map.of(ChannelName.SMS, "+15005550006")));
    assertThat(channel.send(sms("one"))).isEqualTo(TAKEN);
    assertThat(channel.send(from("+15005550006"))).isInstanceOf(Throttled.class);
    assertThat(channel.send(from("+15005550001"))).isEqualTo(TAKEN);
    assertThat(channel.send(message(ChannelName.WHATSAPP, Optional.empty(), "x", false)))
        .isEqualTo(TAKEN);
    assertThat(channel.send(message(ChannelName.WHATSAPP, Optional.empty(), "x", false)))
        .isEqualTo(TAKEN);
    assertThat(channel.send(message(ChannelName.WHATSAPP, Optional.empty(), "x", false)))
        .isInstanceOf(Throttled.class);
  }

  @Test
  void rule30OnePersonGetsABurstAndThenOneMessageInSixSeconds() {
    SendLimits limits =
        SendLimits.of(1, 80, Map.of()).with(new PairRate(45, Duration.ofSeconds(6)));
    GuardedChannel channel = guarded(limits);
    for (int i = 0; i < 45; i++) {
      assertThat(channel.send(whatsapp("+14155550123"))).isEqualTo(TAKEN);
    }
    SendOutcome next = channel.send(whatsapp("+14155550123"));
    assertThat(next).isEqualTo(new Throttled(clock.now.plusSeconds(6)));
    assertThat(channel.send(whatsapp("+14155550124"))).isEqualTo(TAKEN);
    clock.now = clock.now.plusSeconds(6);
    assertThat(channel.send(whatsapp("+14155550123"))).isEqualTo(TAKEN);
    assertThat(channel.send(whatsapp("+14155550123"))).isInstanceOf(Throttled.class);
    assertThat(provider.calls).isEqualTo(47);
  }

  @Test
  void whatAPairKeepsWaitingTakesNothingFromItsSender() {
    SendLimits limits = SendLimits.of(1, 2, Map.of()).with(new PairRate(1, Duration.ofSeconds(6)));
    GuardedChannel channel = guarded(limits);
    channel.send(whatsapp("+14155550123"));
    for (int i = 0; i < 5; i++) {
      assertThat(channel.send(whatsapp("+14155550123"))).isInstanceOf(Throttled.class);
    }
    assertThat(channel.send(whatsapp("+14155550124"))).isEqualTo(TAKEN);
    assertThat(channel.send(whatsapp("+14155550125"))).isInstanceOf(Throttled.class);
  }

  @Test
  void rule15NodesShareASendersRate() {
    GuardedChannel channel = guarded(SendLimits.of(1, 80, Map.of()).sharedBy(() -> 4));
    channel.send(sms("one"));
    clock.now = clock.now.plusMillis(3_900);
    assertThat(channel.send(sms("two"))).isInstanceOf(Throttled.class);
    clock.now = clock.now.plusMillis(200);
    assertThat(channel.send(sms("two"))).isEqualTo(TAKEN);
  }

  @Test
  void whatASenderOwesStaysWhenNodesComeOrGo() {
    AtomicInteger nodes = new AtomicInteger(1);
    GuardedChannel channel = guarded(SendLimits.of(1, 80, Map.of()).sharedBy(nodes::get));
    channel.send(sms("x".repeat(400)));
    nodes.set(2);
    assertThat(channel.send(sms("next"))).isInstanceOf(Throttled.class);
    clock.now = clock.now.plusMillis(5_900);
    assertThat(channel.send(sms("next"))).isInstanceOf(Throttled.class);
    clock.now = clock.now.plusMillis(200);
    assertThat(channel.send(sms("next"))).isEqualTo(TAKEN);
    nodes.set(1);
    assertThat(channel.send(sms("and next"))).isInstanceOf(Throttled.class);
    clock.now = clock.now.plusMillis(1_100);
    assertThat(channel.send(sms("and next"))).isEqualTo(TAKEN);
  }

  @Test
  void aCallThatHangsIsCutOff() {
    GuardedChannel channel = guarded(SendLimits.of(1, 80, Map.of()).within(Duration.ofMillis(100)));
    provider.hangs = true;
    assertThat(channel.send(sms("hello"))).isInstanceOf(Unknown.class);
    assertThat(channel.ask(sms("hello"), START, _ -> false)).isInstanceOf(Fate.NoAnswer.class);
  }

  @Test
  void aFaultInAChannelLeavesTheFateOpenAndSaysNothingPrivate() {
    GuardedChannel channel = guarded(FAST);
    provider.fault = Optional.of(new IllegalStateException("secret words"));
    assertThat(channel.send(crisis("x"))).isInstanceOf(Unknown.class);
    assertThat(channel.send(sms("x")).toString()).doesNotContain("secret");
    assertThat(channel.ask(sms("x"), START, _ -> false).toString()).doesNotContain("secret");
  }

  @Test
  void countsWhatProvidersAnswer() {
    PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    GuardedChannel channel = new GuardedChannel(provider, FAST, clock, prometheus);
    channel.send(sms("hello"));
    provider.outcome = DOWN;
    channel.send(crisis("hello"));
    assertThat(prometheus.scrape())
        .contains(
            "gateway_sends_total{channel=\"sms\",outcome=\"accepted\",provider=\"twilio\"} 1.0",
            "gateway_sends_total{channel=\"sms\",outcome=\"not_taken\",provider=\"twilio\"} 1.0")
        .doesNotContain("hello", "415555");
  }

  private GuardedChannel guarded(SendLimits limits) {
    return new GuardedChannel(provider, limits, clock, meters);
  }

  private static void sendMany(Channel channel, int times) {
    for (int i = 0; i < times; i++) {
      channel.send(sms("hello"));
    }
  }

  private static OutboundMessage sms(String text) {
    return message(ChannelName.SMS, Optional.empty(), text, false);
  }

  private static OutboundMessage from(String sender) {
    return message(ChannelName.SMS, Optional.of(sender), "hello", false);
  }

  private static OutboundMessage crisis(String text) {
    return message(ChannelName.SMS, Optional.empty(), text, true);
  }

  private static OutboundMessage message(
      ChannelName channel, Optional<String> sender, String text, boolean crisis) {
    return message(channel, sender, "+14155550123", text, crisis);
  }

  private static OutboundMessage whatsapp(String number) {
    return message(ChannelName.WHATSAPP, Optional.empty(), number, "hello", false);
  }

  private static OutboundMessage message(
      ChannelName channel, Optional<String> sender, String number, String text, boolean crisis) {
    Address to = new Address.OfNumber(new PhoneNumber(number));
    OutboundId id = new OutboundId(UUID.randomUUID());
    return new OutboundMessage(id, channel, sender, to, "", text, crisis);
  }

  /** A clock that the test moves. */
  private static final class MovedClock implements InstantSource {
    private Instant now = START;

    @Override
    public Instant instant() {
      return now;
    }
  }

  /** A provider that answers as it is told. */
  private static final class FakeChannel implements Channel {
    private SendOutcome outcome = TAKEN;
    private Optional<RuntimeException> fault = Optional.empty();
    private boolean hangs;
    private int calls;

    @Override
    public Provider provider() {
      return Provider.TWILIO;
    }

    @Override
    public Set<ChannelName> carries() {
      return Set.of(ChannelName.SMS, ChannelName.WHATSAPP);
    }

    @Override
    public List<Webhook> open(Intake intake) {
      return List.of();
    }

    @Override
    public SendOutcome send(OutboundMessage message) {
      calls++;
      behave();
      return outcome;
    }

    @Override
    public Fate ask(OutboundMessage message, Instant since, Predicate<String> known) {
      behave();
      return new Fate.CannotAsk();
    }

    private void behave() {
      fault.ifPresent(f -> {
        throw f;
      });
      if (hangs) {
        try {
          new CountDownLatch(1).await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }
}
