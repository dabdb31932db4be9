package ai.therapysync.crisis.people;

import java.util.Optional;

/** A mailbox. Private: never printed. */
public record EmailAddress(String value) {
  public EmailAddress {
    if (!value.matches("[^\\s@<>]+@[^\\s@<>]+")) {
      throw new IllegalArgumentException("A mail address has a name, an @ and a domain");
    }
  }

  /** Empty when it does not look like an address. */
  public static Optional<EmailAddress> parse(String written) {
    String trimmed = written.strip();
    return trimmed.matches("[^\\s@<>]+@[^\\s@<>]+")
        ? Optional.of(new EmailAddress(trimmed))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "EmailAddress[private]";
  }
}
