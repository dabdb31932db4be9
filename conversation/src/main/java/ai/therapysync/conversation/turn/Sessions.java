package ai.therapysync.conversation.turn;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Talks, each a row of {@code therapy_sessions}: where they come to their end. */
public interface Sessions {
  /**
   * Ends a talk that has gone quiet, and remembers what it was about.
   *
   * @return when to come again, if it goes on
   */
  Optional<Instant> end(UUID session);
}
