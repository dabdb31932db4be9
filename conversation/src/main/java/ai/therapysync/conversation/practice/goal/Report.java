package ai.therapysync.conversation.practice.goal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody says that they have done for a goal.
 *
 * @param day the person's own
 * @param amount how much, if they said so
 */
record Report(LocalDate day, Optional<Amount> amount) {

  /**
   * A figure beside a deed.
   *
   * @param inAll it is the whole so far, not what was added
   * @param of the target, if it was named
   */
  record Amount(BigDecimal value, boolean inAll, Optional<BigDecimal> of) {}

  /** A day's deed without a figure. */
  static Report on(LocalDate day) {
    return new Report(day, Optional.empty());
  }

  /** So much in all. */
  static Report inAll(LocalDate day, BigDecimal value, Optional<BigDecimal> of) {
    return new Report(day, Optional.of(new Amount(value, true, of)));
  }

  /** So much more. */
  static Report more(LocalDate day, BigDecimal value) {
    return new Report(day, Optional.of(new Amount(value, false, Optional.empty())));
  }
}
