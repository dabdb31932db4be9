package ai.therapysync.conversation.occasion;

import ai.therapysync.crisis.people.EmailAddress;
import ai.therapysync.crisis.people.PhoneNumber;
import java.util.Optional;
import java.util.UUID;

/** What becomes of emergency contacts. Their names are private and never printed. */
public sealed interface ContactChange extends Change {
  /** A new one. */
  record Added(String name, Optional<PhoneNumber> phone, Optional<EmailAddress> email)
      implements ContactChange {
    @Override
    public String toString() {
      return "Added[private]";
    }
  }

  /** What the one of that name, who was added last, is to the person. */
  record Related(String name, String relationship) implements ContactChange {
    @Override
    public String toString() {
      return "Related[private]";
    }
  }

  /** Reached in another way from now on. */
  record Rerouted(UUID contact, Optional<PhoneNumber> phone, Optional<EmailAddress> email)
      implements ContactChange {}

  /** No contact any more. */
  record Removed(UUID contact) implements ContactChange {}
}
