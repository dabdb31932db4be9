package ai.therapysync.conversation.turn;

import ai.therapysync.conversation.occasion.Asked;
import ai.therapysync.conversation.occasion.Change;
import ai.therapysync.conversation.reply.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What becomes of a turn. */
public sealed interface Decision {
  /**
   * It is answered.
   *
   * @param changes what is written with the answer
   * @param asks the question that is open from now on
   */
  record Answered(Reply reply, List<Change> changes, Optional<Asked> asks) implements Decision {
    public Answered {
      changes = List.copyOf(changes);
    }
  }

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
