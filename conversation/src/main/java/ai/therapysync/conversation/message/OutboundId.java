package ai.therapysync.conversation.message;

import java.util.UUID;

/** The id of a row in our outbox; it stands in status callback addresses and in Message-IDs. */
public record OutboundId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
