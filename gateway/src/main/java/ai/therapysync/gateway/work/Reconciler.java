package ai.therapysync.gateway.work;

import ai.therapysync.conversation.message.InboundMessage;
import ai.therapysync.gateway.channel.InboundLedger;
import ai.therapysync.gateway.channel.InboundLedger.LedgerFault;
import ai.therapysync.gateway.channel.InboundLedger.TooManyException;
import ai.therapysync.gateway.channel.Intake;
import ai.therapysync.gateway.telemetry.Failures;
import ai.therapysync.persistence.conversation.ReconcilerBook;
import ai.therapysync.persistence.conversation.ReconcilerBook.Failing;
import ai.therapysync.persistence.conversation.ReconcilerBook.State;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares a provider's own list of what came in with ours, every few minutes and once for all
 * nodes, and takes in what never arrived, by the same door, oldest first, with its own id and time.
 * A look goes on where the last one that succeeded ended, a little before it, and at most a week
 * back.
 */
public final class Reconciler {
  private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);

  /** What is younger may still be on its way: 15 s to the webhook, and as long to its fallback. */
  static final Duration ON_ITS_WAY = Duration.ofSeconds(60);

  /** Lists are not always complete at once. */
  private static final Duration OVERLAP = Duration.ofMinutes(10);

  private static final Duration LONGEST = Duration.ofDays(7);
  private static final Duration SLICE = Duration.ofHours(1);
  private static final Duration SHORTEST_SLICE = Duration.ofSeconds(2);

  /** So many looks come back to a message that can't be taken in. */
  private static final int PATIENCE = 5;

  private static final String TAKEN_IN = "gateway.reconciler.messages";
  private static final String FAILED = "gateway.reconciler.failures";

  private final InboundLedger ledger;
  private final ReconcilerBook book;
  private final Intake intake;
  private final Duration every;
  private final MeterRegistry meters;
  private final InstantSource clock;

  /**
   * With the list, where it is kept how far it was read, and the door.
   *
   * @param every how long after a look the next one is due
   */
  public Reconciler(
      InboundLedger ledger,
      ReconcilerBook book,
      Intake intake,
      Duration every,
      MeterRegistry meters,
      InstantSource clock) {
    this.ledger = ledger;
    this.book = book;
    this.intake = intake;
    this.every = every;
    this.meters = meters;
    this.clock = clock;
    meters.counter(TAKEN_IN);
    meters.counter(FAILED);
  }

  /**
   * Looks.
   *
   * @return when to look again
   */
  Instant look() {
    Instant now = clock.instant();
    Instant until = now.minus(ON_ITS_WAY);
    Optional<State> state = book.state(ledger.provider());
    Instant from = from(state, now, until);
    boolean patient = state.flatMap(State::failing).map(Failing::times).orElse(0) < PATIENCE;
    try {
      compare(from, until, patient);
    } catch (RuntimeException e) {
      failed(from, e);
    }
    return clock.instant().plus(every);
  }

  /**
   * A message that can't be taken in spoils no other; but the next looks come back to it, unless
   * that has been in vain for a while.
   */
  private void compare(Instant from, Instant until, boolean patient) {
    int left = 0;
    Instant at = from;
    while (at.isBefore(until)) {
      Slice slice = slice(at, until);
      int failed = slice.missing().stream().mapToInt(message -> takeIn(message) ? 0 : 1).sum();
      left += patient ? failed : 0;
      if (left == 0) {
        int taken = slice.missing().size() - failed;
        book.compared(ledger.provider(), slice.end(), taken, clock.instant());
      }
      at = slice.end();
    }
    if (left > 0) {
      throw new LedgerFault(left + " of its messages can't be taken in");
    }
  }

  private Instant from(Optional<State> state, Instant now, Instant until) {
    Instant earliest = now.minus(LONGEST);
    Instant from = state.map(State::until).orElse(until).minus(OVERLAP);
    return from.isBefore(earliest) ? earliest : from;
  }

  /** What was missing until then. */
  private record Slice(Instant end, List<InboundMessage> missing) {}

  /** One hour at most, so that after a long silence each that is done stays done. */
  private Slice slice(Instant from, Instant until) {
    Duration length = SLICE;
    while (true) {
      Instant end = from.plus(length).isBefore(until) ? from.plus(length) : until;
      try {
        return new Slice(end, ledger.missing(from, end, this::unknown));
      } catch (TooManyException e) {
        length = Duration.between(from, end).dividedBy(2);
        if (length.compareTo(SHORTEST_SLICE) < 0) {
          throw e;
        }
      }
    }
  }

  private boolean takeIn(InboundMessage message) {
    try {
      intake.receive(message);
    } catch (RuntimeException e) {
      LOG.error("Message {} can't be taken in: {}", message.providerId(), Failures.describe(e));
      return false;
    }
    meters.counter(TAKEN_IN).increment();
    LOG.warn("Message {} never reached the webhook, and is taken in now", message.providerId());
    return true;
  }

  private Set<String> unknown(Set<String> ids) {
    return ids.isEmpty() ? ids : book.unknown(ledger.provider(), ids);
  }

  private void failed(Instant from, RuntimeException e) {
    String why =
        e instanceof LedgerFault || e instanceof TooManyException
            ? String.valueOf(e.getMessage())
            : Failures.describe(e);
    LOG.warn("What came in can't be compared with {}'s list: {}", ledger.provider().word(), why);
    meters.counter(FAILED).increment();
    book.failed(ledger.provider(), from, clock.instant(), why);
  }
}
