package ai.therapysync.gateway.simulator.mail;

import java.time.Instant;

/**
 * A mail that arrived, once for each recipient. Private: never printed.
 *
 * @param to the recipient's address in lower case
 * @param text the plain part
 */
public record Mail(
    String messageId, String from, String to, String subject, String text, Instant at) {
  @Override
  public String toString() {
    return "Mail[" + at + "]";
  }
}
