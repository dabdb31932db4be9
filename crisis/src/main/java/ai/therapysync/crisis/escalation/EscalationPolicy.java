package ai.therapysync.crisis.escalation;

import java.time.Duration;

/**
 * The rules of the ladder as data that an operator can read.
 *
 * @param ackTimeout how long a contact has to answer before the next one is asked
 * @param rounds how often all contacts are gone through
 * @param askReachedAfter how long after an acknowledgement the responder is asked whether they
 *     reached the person
 * @param receiptWithin how long a page may lack a receipt where this sender gets receipts
 * @param operatorReminder how often operators are alarmed again while nobody has it
 */
public record EscalationPolicy(
    Duration ackTimeout,
    int rounds,
    Duration askReachedAfter,
    Duration receiptWithin,
    Duration operatorReminder) {
  public EscalationPolicy {
    if (ackTimeout.isNegative() || ackTimeout.isZero() || rounds < 1) {
      throw new IllegalArgumentException("A ladder waits for answers and has at least one round");
    }
  }

  /** The contract's figures around the two that are configured. */
  public static EscalationPolicy of(Duration ackTimeout, int rounds) {
    return new EscalationPolicy(
        ackTimeout, rounds, Duration.ofMinutes(15), Duration.ofSeconds(60), Duration.ofMinutes(15));
  }
}
