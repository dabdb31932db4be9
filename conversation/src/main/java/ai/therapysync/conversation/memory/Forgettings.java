package ai.therapysync.conversation.memory;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What people want forgotten: where it is deleted for good, once it can't be taken back. */
public interface Forgettings {
  /**
   * Deletes what is still forgotten, and what was noted of it. While an incident is open, it waits
   * for its end.
   *
   * @return when to come again, if it has to wait
   */
  Optional<Instant> carryOut(UUID forgetting);
}
