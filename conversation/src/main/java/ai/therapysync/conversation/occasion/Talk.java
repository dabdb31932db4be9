package ai.therapysync.conversation.occasion;

import java.util.Optional;
import java.util.UUID;

/**
 * The talk that a message belongs to: a row of {@code therapy_sessions}.
 *
 * @param session empty when the message opens one
 * @param young it has only just begun
 * @param troubledLately danger was seen in the last day, or an incident was open in the last three
 */
public record Talk(
    Optional<UUID> session,
    Optional<Integer> moodBefore,
    Optional<Integer> moodAfter,
    boolean young,
    boolean troubledLately) {
  /** The message opens a talk. */
  public static Talk opening() {
    return new Talk(Optional.empty(), Optional.empty(), Optional.empty(), true, false);
  }

  /** Whether the message opens it. */
  public boolean opens() {
    return session.isEmpty();
  }
}
