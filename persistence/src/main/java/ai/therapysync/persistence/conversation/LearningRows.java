package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.occasion.Change;
import ai.therapysync.conversation.occasion.MemoryChange;
import ai.therapysync.conversation.reply.Reply;
import ai.therapysync.persistence.tasks.Agenda;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What a turn teaches and what a talk was about: written at once, or left to a model as a task. */
public final class LearningRows {
  private final MemoryRows memories;
  private final boolean byModel;

  /**
   * With where memories are written.
   *
   * @param byModel whether a model learns, which an answer never waits for
   */
  public LearningRows(MemoryRows memories, boolean byModel) {
    this.memories = memories;
    this.byModel = byModel;
  }

  /** What a skill answered it has understood by itself; in a grave moment nothing is learned. */
  void learn(Handle handle, TurnRow turn, UUID session, Reply reply, Instant now) {
    boolean ordinary = !turn.concern() && !reply.metadata().containsKey("skill");
    if (byModel && ordinary) {
      Agenda.learning(handle, turn.id(), now);
      return;
    }
    memories.learn(handle, turn.person(), session, reply.learned(), now);
  }

  /** Who takes memories back takes back what is being learned, too. */
  static void forget(Handle handle, UUID person, List<Change> changes) {
    if (changes.stream().anyMatch(LearningRows::forgets)) {
      Agenda.withdrawLearning(handle, person);
    }
  }

  private static boolean forgets(Change change) {
    return change instanceof MemoryChange.Forgotten
        || change instanceof MemoryChange.ForgottenEverything;
  }

  /** A talk has ended and has notes by rules. */
  void note(Handle handle, UUID session, Instant now) {
    if (byModel) {
      Agenda.notes(handle, session, now);
    }
  }
}
