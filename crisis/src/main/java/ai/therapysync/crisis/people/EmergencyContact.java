package ai.therapysync.crisis.people;

import java.util.Optional;

/**
 * Someone a person named for emergencies. Private: never printed.
 *
 * @param name what the person calls them; empty when unknown
 * @param relationship what they are to the person, in anybody's words; empty when unknown
 * @param phone where an SMS reaches them; empty when they have none, or none that is possible
 * @param phoneUnusable a number stands there that can't be one: a page to it has failed already
 * @param mustNotBeTold the person said so; they are skipped from then on
 * @param safeForAbuse may be told even when the danger comes from someone close
 */
public record EmergencyContact(
    ContactId id,
    String name,
    String relationship,
    Optional<PhoneNumber> phone,
    boolean phoneUnusable,
    Optional<EmailAddress> email,
    boolean mustNotBeTold,
    boolean safeForAbuse) {

  /** Whether there is any way to them. */
  public boolean isReachable() {
    return phone.isPresent() || email.isPresent();
  }

  /** The same, reached only by the ways that are in use. */
  public EmergencyContact by(boolean sms, boolean mail) {
    return new EmergencyContact(
        id,
        name,
        relationship,
        phone.filter(_ -> sms),
        phoneUnusable && sms,
        email.filter(_ -> mail),
        mustNotBeTold,
        safeForAbuse);
  }

  /** The same, who must not be told. */
  public EmergencyContact excluded() {
    return new EmergencyContact(
        id, name, relationship, phone, phoneUnusable, email, true, safeForAbuse);
  }

  @Override
  public String toString() {
    return "EmergencyContact[" + id + "]";
  }
}
