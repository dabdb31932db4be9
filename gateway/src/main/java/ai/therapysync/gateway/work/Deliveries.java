package ai.therapysync.gateway.work;

import ai.therapysync.conversation.delivery.DeliveryStatus;
import ai.therapysync.conversation.delivery.Outbox;
import ai.therapysync.conversation.delivery.Outbox.Claim;
import ai.therapysync.conversation.delivery.Outbox.Settlement;
import ai.therapysync.conversation.delivery.StatusReport;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.OutboundId;
import ai.therapysync.conversation.message.OutboundMessage;
import ai.therapysync.conversation.message.Provider;
import ai.therapysync.gateway.channel.Channel;
import ai.therapysync.gateway.channel.Fate;
import ai.therapysync.gateway.channel.RetrySchedule;
import ai.therapysync.gateway.channel.SendOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Hands messages of the outbox to their providers: one attempt a call, each with its outcome
 * stored.
 */
public final class Deliveries {
  /**
   * How long the fate of a message may stay unknown before one to someone in danger is sent again,
   * and another is given up where nobody can be asked.
   */
  private static final Duration FATE_KNOWN_WITHIN = Duration.ofSeconds(10);

  private static final Duration ASK_AGAIN = Duration.ofSeconds(2);

  private final Outbox outbox;
  private final Map<Provider, Channel> channels;
  private final RetrySchedule retries;
  private final InstantSource clock;

  /** Being handed over by this node: when the clock jumps, it looks as if nobody did. */
  private final Set<OutboundId> inHand = ConcurrentHashMap.newKeySet();

  /** With the channels by provider. */
  public Deliveries(
      Outbox outbox, Map<Provider, Channel> channels, RetrySchedule retries, InstantSource clock) {
    this.outbox = outbox;
    this.channels = Map.copyOf(channels);
    this.retries = retries;
    this.clock = clock;
  }

  /**
   * One attempt.
   *
   * @return when to come again; empty when it is over
   */
  public Optional<Instant> attempt(OutboundId id) {
    if (!inHand.add(id)) {
      return Optional.of(clock.instant().plus(ASK_AGAIN));
    }
    try {
      return attemptOurs(id);
    } finally {
      inHand.remove(id);
    }
  }

  private Optional<Instant> attemptOurs(OutboundId id) {
    return switch (outbox.claim(id)) {
      case Claim.Gone _ -> Optional.empty();
      case Claim.NotYet(Instant again) -> Optional.of(again);
      case Claim.Ours ours -> ours.lostSince().isPresent() ? ask(ours) : send(ours);
    };
  }

  /** An earlier answer was lost: what became of the message comes before sending it again. */
  private Optional<Instant> ask(Claim.Ours ours) {
    OutboundMessage message = ours.message();
    Instant since = ours.lostSince().orElseThrow();
    Fate fate = channel(ours).ask(message, since, known -> outbox.knows(ours.provider(), known));
    return switch (fate) {
      case Fate.Taken(String providerId, DeliveryStatus status) ->
          settle(message, new Settlement.Accepted(providerId, status));
      case Fate.Failed failed -> failed(ours, failed);
      case Fate.NotTaken _ -> ours.superseded() ? withdraw(message) : send(ours);
      case Fate.NoAnswer _ -> {
        boolean tooLong = since.plus(FATE_KNOWN_WITHIN).isBefore(clock.instant());
        yield !message.crisis() || !tooLong
            ? later(ours, askAgain(ours), true)
            : ours.superseded() ? withdraw(message) : send(ours);
      }
      case Fate.CannotAsk _ when ours.superseded() -> withdraw(message);
      case Fate.CannotAsk _ ->
          message.crisis() || message.channel() == ChannelName.EMAIL
              ? send(ours)
              : awaitStatus(ours, since);
    };
  }

  /** What follows is what would follow from its callback. */
  private Optional<Instant> failed(Claim.Ours ours, Fate.Failed fate) {
    OutboundMessage message = ours.message();
    var _ = settle(message, new Settlement.Accepted(fate.providerId(), DeliveryStatus.QUEUED));
    outbox.report(
        new StatusReport(
            ours.provider(),
            Optional.of(message.id()),
            fate.providerId(),
            Optional.of(DeliveryStatus.FAILED),
            DeliveryStatus.FAILED.word(),
            fate.code(),
            fate.throttled(),
            fate.permanent(),
            clock.instant()));
    return Optional.empty();
  }

  /** A status may still tell; without one nobody ever will, and nothing is said twice. */
  private Optional<Instant> awaitStatus(Claim.Ours ours, Instant since) {
    if (!since.plus(FATE_KNOWN_WITHIN).isBefore(clock.instant())) {
      return later(ours, ASK_AGAIN, true);
    }
    return settle(
        ours.message(),
        new Settlement.Refused(
            "fate_unknown",
            "The provider's answer was lost, and it can't be asked",
            false,
            Optional.empty()));
  }

  private Optional<Instant> send(Claim.Ours ours) {
    OutboundMessage message = ours.message();
    SendOutcome outcome = channel(ours).send(message);
    return switch (outcome) {
      case SendOutcome.Accepted(String providerId, DeliveryStatus status) ->
          settle(message, new Settlement.Accepted(providerId, status));
      case SendOutcome.Rejected rejected -> rejected(ours, rejected);
      case SendOutcome.Throttled _, SendOutcome.Crowded _, SendOutcome.NotTaken _ ->
          later(ours, pause(ours, outcome), false);
      case SendOutcome.Unknown _ -> later(ours, ASK_AGAIN, true);
    };
  }

  /** What is our account's fault may be mended: it is tried again, though its rung has failed. */
  private Optional<Instant> rejected(Claim.Ours ours, SendOutcome.Rejected rejected) {
    boolean account = rejected.reason() == SendOutcome.Reason.ACCOUNT;
    Optional<Instant> again =
        account ? Optional.of(clock.instant().plus(pause(ours, rejected))) : Optional.empty();
    outbox.settle(
        ours.message().id(),
        new Settlement.Refused(
            rejected.code(),
            rejected.why(),
            rejected.reason() == SendOutcome.Reason.OPTED_OUT,
            again));
    return again;
  }

  private Optional<Instant> settle(OutboundMessage message, Settlement settlement) {
    outbox.settle(message.id(), settlement);
    return Optional.empty();
  }

  private Optional<Instant> withdraw(OutboundMessage message) {
    return settle(message, new Settlement.Withdrawn());
  }

  private Optional<Instant> later(Claim.Ours ours, Duration pause, boolean lost) {
    Instant at = clock.instant().plus(pause);
    outbox.settle(ours.message().id(), new Settlement.Later(at, lost));
    return Optional.of(at);
  }

  /** A provider that is away for an hour is not asked every other second about small talk. */
  private Duration askAgain(Claim.Ours ours) {
    return ours.message().crisis()
        ? ASK_AGAIN
        : pause(ours, new SendOutcome.Unknown("The provider can't say"));
  }

  private Duration pause(Claim.Ours ours, SendOutcome outcome) {
    return retries.next(ours.attempts() + 1, ours.message().crisis(), outcome);
  }

  private Channel channel(Claim.Ours ours) {
    return Optional.ofNullable(channels.get(ours.provider())).orElseThrow();
  }
}
