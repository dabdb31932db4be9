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
 * @param followUp what comes after someone has it
 */
public record EscalationPolicy(
    Duration ackTimeout,
    int rounds,
    Duration askReachedAfter,
    Duration receiptWithin,
    Duration operatorReminder,
    FollowUp followUp) {
  public EscalationPolicy {
    if (ackTimeout.isNegative() || ackTimeout.isZero() || rounds < 1) {
      throw new IllegalArgumentException("A ladder waits for answers and has at least one round");
    }
  }

  /**
   * What comes after someone has it.
   *
   * @param checkInAfter how long after the last sign of danger the person is asked how they are,
   *     and asked again without an answer
   * @param checkIns how often they are asked before operators are
   * @param quiet how long nothing dangerous must have been said before an incident ends by itself
   */
  public record FollowUp(Duration checkInAfter, int checkIns, Duration quiet) {
    /** After a day, three times, and 72 quiet hours. */
    public static FollowUp usual() {
      return new FollowUp(Duration.ofHours(24), 3, Duration.ofHours(72));
    }
  }

  /** The contract's figures around the two that are configured. */
  public static EscalationPolicy of(Duration ackTimeout, int rounds) {
    return new EscalationPolicy(
        ackTimeout,
        rounds,
        Duration.ofMinutes(15),
        Duration.ofSeconds(60),
        Duration.ofMinutes(15),
        FollowUp.usual());
  }
}
