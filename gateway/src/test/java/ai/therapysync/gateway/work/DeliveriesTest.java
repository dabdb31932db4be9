package ai.therapysync.gateway.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import ai.therapysync.conversation.delivery.DeliveryStatus;
import ai.therapysync.conversation.delivery.Outbox;
import ai.therapysync.conversation.delivery.StatusReport;
import ai.therapysync.conversation.message.Address;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.OutboundId;
import ai.therapysync.conversation.message.OutboundMessage;
import ai.therapysync.conversation.message.Provider;
import ai.therapysync.crisis.incident.IncidentId;
import ai.therapysync.gateway.channel.Channel;
import ai.therapysync.gateway.channel.Fate;
import ai.therapysync.gateway.channel.Intake;
import ai.therapysync.gateway.channel.RetrySchedule;
import ai.therapysync.gateway.channel.SendOutcome;
import ai.therapysync.gateway.channel.Webhook;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** One attempt a call, and never two at once. */
final class DeliveriesTest {
  private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
  private static final OutboundId ID = new OutboundId(new UUID(0, 1));

  private final InstantSource clock = InstantSource.fixed(NOW);

  @Test
  void aClockThatJumpsMakesNobodySendWhatIsInHand() {
    List<Optional<Instant>> meanwhile = new ArrayList<>();
    List<Deliveries> self = new ArrayList<>();
    Provided provider =
        new Provided(() -> {
          meanwhile.add(self.getFirst().attempt(ID));
          return new SendOutcome.Accepted("SM1", DeliveryStatus.QUEUED);
        });
    self.add(deliveries(new Waiting(false, Optional.empty()), provider));

    assertThat(self.getFirst().attempt(ID)).isEmpty();

    assertThat(meanwhile).containsExactly(Optional.of(NOW.plusSeconds(2)));
    assertThat(self.getFirst().attempt(ID)).isEmpty();
  }

  @Test
  void aProviderThatCannotSayWhatBecameOfSmallTalkIsAskedLessAndLess() {
    Waiting outbox = new Waiting(false, Optional.of(NOW.minus(Duration.ofHours(1))));

    Instant again = deliveries(outbox, Provided.nothing()).attempt(ID).orElseThrow();

    assertThat(again).isBetween(NOW.plusSeconds(20), NOW.plusSeconds(60));
  }

  @Test
  void aPageWhoseFateIsNotKnownAfterTenSecondsIsSentAgain() {
    Waiting outbox = new Waiting(true, Optional.of(NOW.minusSeconds(11)));
    Provided provider = new Provided(() -> new SendOutcome.Accepted("SM1", DeliveryStatus.QUEUED));

    assertThat(deliveries(outbox, provider).attempt(ID)).isEmpty();

    assertThat(outbox.settled)
        .containsExactly(new Outbox.Settlement.Accepted("SM1", DeliveryStatus.QUEUED));
  }

  @Test
  void itIsAskedForFirstAndNotSentBefore() {
    Waiting outbox = new Waiting(true, Optional.of(NOW.minusSeconds(9)));

    Optional<Instant> again = deliveries(outbox, Provided.nothing()).attempt(ID);

    assertThat(again).contains(NOW.plusSeconds(2));
  }

  private Deliveries deliveries(Outbox outbox, Channel channel) {
    return new Deliveries(
        outbox, Map.of(Provider.TWILIO, channel), new RetrySchedule(clock), clock);
  }

  /** A provider that takes messages as it is told to, and never says what became of one. */
  private record Provided(Supplier<SendOutcome> answer) implements Channel {
    /** Nothing may be handed to it. */
    static Provided nothing() {
      return new Provided(() -> fail("Nothing may be sent here"));
    }

    @Override
    public Provider provider() {
      return Provider.TWILIO;
    }

    @Override
    public Set<ChannelName> carries() {
      return Set.of(ChannelName.SMS);
    }

    @Override
    public List<Webhook> open(Intake intake) {
      return List.of();
    }

    @Override
    public SendOutcome send(OutboundMessage message) {
      return answer.get();
    }

    @Override
    public Fate ask(OutboundMessage message, Instant since, Predicate<String> known) {
      return new Fate.NoAnswer("It is away");
    }
  }

  /** An outbox with one message, tried ten times before. */
  private static final class Waiting implements Outbox {
    final List<Settlement> settled = new ArrayList<>();
    private final boolean crisis;
    private final Optional<Instant> lostSince;

    Waiting(boolean crisis, Optional<Instant> lostSince) {
      this.crisis = crisis;
      this.lostSince = lostSince;
    }

    @Override
    public Claim claim(OutboundId id) {
      OutboundMessage message =
          new OutboundMessage(
              id,
              ChannelName.SMS,
              Optional.empty(),
              Address.ofSender("+12025550141"),
              "",
              "Hello",
              crisis);
      return settled.isEmpty()
          ? new Claim.Ours(message, Provider.TWILIO, lostSince, false, 10)
          : new Claim.Gone();
    }

    @Override
    public void settle(OutboundId id, Settlement settlement) {
      settled.add(settlement);
    }

    @Override
    public void report(StatusReport report) {}

    @Override
    public boolean knows(Provider provider, String providerId) {
      return false;
    }

    @Override
    public boolean lacksReceipt(IncidentId incident, int step) {
      return false;
    }
  }
}
