package ai.therapysync.crisis.people;

import java.util.Locale;
import java.util.Optional;

/** A mailbox. Private: never printed. */
public record EmailAddress(String value) {
  public EmailAddress {
    if (!value.matches("[^\\s@<>]+@[^\\s@<>]+")) {
      throw new IllegalArgumentException("A mail address has a name, an @ and a domain");
    }
  }

  /**
   * Empty when it does not look like an address, or is one that reaches nobody: people who joined
   * by chat have one under {@code .invalid}, which RFC 2606 sets aside for this.
   */
  public static Optional<EmailAddress> parse(String written) {
    String trimmed = written.strip();
    boolean nobodys = trimmed.toLowerCase(Locale.ROOT).endsWith(".invalid");
    return trimmed.matches("[^\\s@<>]+@[^\\s@<>]+") && !nobodys
        ? Optional.of(new EmailAddress(trimmed))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "EmailAddress[private]";
  }
}
