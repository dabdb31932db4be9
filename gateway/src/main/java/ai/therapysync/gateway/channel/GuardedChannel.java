package ai.therapysync.gateway.channel;

import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.OutboundMessage;
import ai.therapysync.conversation.message.Provider;
import ai.therapysync.gateway.channel.SendOutcome.NotTaken;
import ai.therapysync.gateway.channel.SendOutcome.Throttled;
import ai.therapysync.gateway.channel.SendOutcome.Unknown;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * A channel behind a time limit, a circuit breaker and its rates. Ordinary messages are held by an
 * open breaker and by the rate; crisis messages by neither.
 */
public final class GuardedChannel implements Channel {
  private final Channel channel;
  private final SendLimits limits;
  private final ProviderBreaker breaker;
  private final SendRates rates;
  private final MeterRegistry meters;
  private final InstantSource clock;
  private final Map<ChannelName, Trouble> troubles = new ConcurrentHashMap<>();

  public GuardedChannel(
      Channel channel, SendLimits limits, InstantSource clock, MeterRegistry meters) {
    this.channel = channel;
    this.limits = limits;
    this.breaker = new ProviderBreaker(channel.provider(), clock);
    this.rates = new SendRates(limits, clock);
    this.meters = meters;
    this.clock = clock;
  }

  /**
   * An attempt that was neither taken nor refused.
   *
   * @param why without private words
   */
  public record Trouble(Instant at, String why) {}

  @Override
  public Provider provider() {
    return channel.provider();
  }

  /** Whether this node gives the provider a pause: it has failed repeatedly in these minutes. */
  public boolean isPaused() {
    return breaker.isOpen();
  }

  /** This node's last attempt by that channel that the provider neither took nor refused. */
  public Optional<Trouble> trouble(ChannelName name) {
    return Optional.ofNullable(troubles.get(name));
  }

  @Override
  public Set<ChannelName> carries() {
    return channel.carries();
  }

  @Override
  public List<Webhook> open(Intake intake) {
    return channel.open(intake);
  }

  @Override
  public SendOutcome send(OutboundMessage message) {
    SendOutcome outcome = message.crisis() ? sendCrisis(message) : sendOrdinary(message);
    count(message.channel(), outcome);
    return outcome;
  }

  @Override
  public Fate ask(OutboundMessage message, Instant since, Predicate<String> known) {
    Duration limit = limits.call();
    return TimeLimit.within(
        limit,
        () -> askNow(message, since, known),
        () -> new Fate.NoAnswer("No answer within " + limit));
  }

  /** Only what the provider took stands in its queue: an hour of failed tries silences nobody. */
  private SendOutcome sendCrisis(OutboundMessage message) {
    SendOutcome outcome = handOver(message);
    if (outcome instanceof SendOutcome.Accepted) {
      rates.consume(message);
    }
    breaker.noteCrisis(outcome);
    return outcome;
  }

  private SendOutcome sendOrdinary(OutboundMessage message) {
    if (!breaker.admits()) {
      return new NotTaken("The provider failed repeatedly and is given a pause");
    }
    Optional<Instant> later = rates.take(message);
    if (later.isPresent()) {
      breaker.unused();
      return new Throttled(later.get());
    }
    SendOutcome outcome = new Unknown("The channel failed");
    try {
      outcome = handOver(message);
      return outcome;
    } finally {
      breaker.note(outcome);
    }
  }

  private SendOutcome handOver(OutboundMessage message) {
    Duration limit = limits.call();
    SendOutcome outcome =
        TimeLimit.within(
            limit, () -> sendNow(message), () -> new Unknown("No answer within " + limit));
    switch (outcome) {
      case Unknown(String why) -> note(message.channel(), why);
      case NotTaken(String why) -> note(message.channel(), why);
      case SendOutcome.Accepted _, SendOutcome.Rejected _, Throttled _, SendOutcome.Crowded _ -> {}
    }
    return outcome;
  }

  private void note(ChannelName name, String why) {
    troubles.put(name, new Trouble(clock.instant(), why));
  }

  /** A fault of ours in a channel leaves open what became of the message. */
  private SendOutcome sendNow(OutboundMessage message) {
    try {
      return channel.send(message);
    } catch (RuntimeException e) {
      return new Unknown("The channel failed: " + e.getClass().getSimpleName());
    }
  }

  private Fate askNow(OutboundMessage message, Instant since, Predicate<String> known) {
    try {
      return channel.ask(message, since, known);
    } catch (RuntimeException e) {
      return new Fate.NoAnswer("The channel failed: " + e.getClass().getSimpleName());
    }
  }

  private void count(ChannelName name, SendOutcome outcome) {
    Counter.builder("gateway.sends")
        .description("Attempts to hand a message to a provider, by outcome")
        .tag("provider", provider().word())
        .tag("channel", name.word())
        .tag("outcome", word(outcome))
        .register(meters)
        .increment();
  }

  private static String word(SendOutcome outcome) {
    return switch (outcome) {
      case SendOutcome.Accepted _ -> "accepted";
      case SendOutcome.Rejected _ -> "rejected";
      case Throttled _ -> "throttled";
      case SendOutcome.Crowded _ -> "crowded";
      case Unknown _ -> "unknown";
      case NotTaken _ -> "not_taken";
    };
  }
}
