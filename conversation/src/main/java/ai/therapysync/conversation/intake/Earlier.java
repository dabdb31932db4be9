package ai.therapysync.conversation.intake;

import java.util.Optional;
import java.util.UUID;

/**
 * How a message stands to what the same person sent before, or took back: an edit and a deletion
 * are about another message, and providers keep no order.
 *
 * @param original the message of theirs that it changes or takes back, where we have it
 * @param takenBack it was itself taken back, or changed, before it came
 */
public record Earlier(Optional<Original> original, boolean takenBack) {
  /** It stands alone. */
  public static Earlier nothing() {
    return new Earlier(Optional.empty(), false);
  }

  /**
   * A message that came before.
   *
   * @param inbound its row of {@code gateway.inbound}
   * @param waits it still waits for its answer
   */
  public record Original(UUID inbound, boolean waits) {}
}
