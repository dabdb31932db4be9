package ai.therapysync.conversation.onboarding;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Strangers on their way in. */
public interface Onboardings {
  /**
   * Forgets one who has been silent for long.
   *
   * @return when to come again, if they have written in the meantime
   */
  Optional<Instant> forget(UUID stranger);
}
