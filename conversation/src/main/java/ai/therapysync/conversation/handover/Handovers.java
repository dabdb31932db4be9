package ai.therapysync.conversation.handover;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Conversations that wait for a human. */
public interface Handovers {
  /**
   * Tells a person, once and within their hours, that nobody has been free yet.
   *
   * @return when to come again, if it is not the hour
   */
  Optional<Instant> remind(UUID person);
}
