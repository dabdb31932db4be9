package ai.therapysync.conversation.intake;

import java.time.Duration;
import java.util.Optional;

/**
 * How messages are received in this house.
 *
 * @param secondOpinions somebody slower is there to look at messages, too
 * @param humanPatience how long someone who asked for a human waits until they are told that nobody
 *     has been free
 * @param openFrom from which age strangers may join; empty when the door is closed
 */
public record IntakePolicy(
    boolean secondOpinions, Duration humanPatience, Optional<Integer> openFrom) {
  /** A closed door, and no second opinion. */
  public static IntakePolicy usual() {
    return new IntakePolicy(false, Duration.ofMinutes(30), Optional.empty());
  }
}
