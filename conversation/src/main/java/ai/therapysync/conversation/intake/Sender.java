package ai.therapysync.conversation.intake;

import java.util.UUID;

/** Who wrote. */
public sealed interface Sender {
  /** Someone with a verified, active number. */
  record Known(Writer writer) implements Sender {}

  /** A number of a user that waits for its code. */
  record Unverified(PendingCode pending) implements Sender {}

  /** A number that we do not know. */
  record Unknown() implements Sender {}

  /**
   * A code that a number must send to be verified.
   *
   * @param integration the row of {@code whatsapp_integrations}
   * @param codeMac the code as a keyed hash; empty when none was ever issued
   * @param expired its 15 minutes are over
   * @param triesLeft of five
   */
  record PendingCode(UUID integration, String codeMac, boolean expired, int triesLeft) {
    /** Whether there is a code at all that the number could send. */
    boolean isIssued() {
      return !codeMac.isEmpty();
    }
  }
}
