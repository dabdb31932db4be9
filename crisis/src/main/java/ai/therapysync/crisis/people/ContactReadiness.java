package ai.therapysync.crisis.people;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A contact with what is known of them before an emergency. Private: never printed.
 *
 * @param optedOut their number said STOP to us
 * @param busy something else that we sent to that number waits for an answer, or someone needs them
 *     at this moment: another question would take the answer for itself
 */
public record ContactReadiness(
    EmergencyContact contact,
    Optional<Instant> askedAt,
    Optional<Instant> verifiedAt,
    Optional<Instant> declinedAt,
    boolean optedOut,
    boolean busy) {
  private static final Duration ASKED_AGAIN_AFTER = Duration.ofDays(30);

  /** A yes of so long ago is asked for again. */
  private static final Duration A_YES_LASTS = Duration.ofDays(180);

  /** Where a contact stands; only {@link Standing#TO_ASK} may be asked. */
  public enum Standing {
    /** The person said that they must not be told. */
    NOT_TOLD,
    /** There is no way to them. */
    NO_WAY,
    /** Their number said STOP. */
    OPTED_OUT,
    /** They would rather not be called on. */
    DECLINED,
    /** They said yes. */
    VERIFIED,
    /** Asked within 30 days, and no answer yet. */
    WAITING,
    /** Another time: their number has something else to answer. */
    LATER,
    /** Nobody has asked them of late. */
    TO_ASK
  }

  /** Where they stand at that time. */
  public Standing standing(Instant now) {
    if (contact.mustNotBeTold()) {
      return Standing.NOT_TOLD;
    }
    if (!contact.isReachable()) {
      return Standing.NO_WAY;
    }
    if (optedOut) {
      return Standing.OPTED_OUT;
    }
    if (declinedAt.isPresent()) {
      return Standing.DECLINED;
    }
    return asked(now);
  }

  /** Whether a page would reach them, as far as is known. */
  public boolean canBeReached() {
    boolean byNumber = contact.phone().isPresent() && !optedOut;
    return !contact.mustNotBeTold()
        && declinedAt.isEmpty()
        && (byNumber || contact.email().isPresent());
  }

  private Standing asked(Instant now) {
    if (isWithin(verifiedAt, A_YES_LASTS, now)) {
      return Standing.VERIFIED;
    }
    if (isWithin(askedAt, ASKED_AGAIN_AFTER, now)) {
      return verifiedAt.isPresent() ? Standing.VERIFIED : Standing.WAITING;
    }
    return busy ? Standing.LATER : Standing.TO_ASK;
  }

  private static boolean isWithin(Optional<Instant> at, Duration span, Instant now) {
    return at.filter(then -> then.plus(span).isAfter(now)).isPresent();
  }

  @Override
  public String toString() {
    return "ContactReadiness[" + contact.id() + "]";
  }
}
