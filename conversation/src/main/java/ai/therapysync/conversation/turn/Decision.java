package ai.therapysync.conversation.turn;

import ai.therapysync.conversation.reply.Reply;
import java.time.Instant;
import java.util.Optional;

/** What becomes of a turn. */
public sealed interface Decision {
  /** It is answered. */
  record Answered(Reply reply) implements Decision {}

  /**
   * We are closed: it waits for the next opening.
   *
   * @param away what the person is told; empty when they know already
   */
  record Closed(Instant opening, Optional<String> away) implements Decision {
    @Override
    public String toString() {
      return "Closed[" + opening + "]";
    }
  }

  /** A human answers instead, or nobody may. */
  record LeftAlone(String why) implements Decision {}
}
