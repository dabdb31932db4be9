package ai.therapysync.conversation.learning;

import ai.therapysync.conversation.memory.Exchange;
import ai.therapysync.conversation.memory.Memory;
import ai.therapysync.conversation.memory.SessionNoteWriter.EndedTalk;
import ai.therapysync.conversation.memory.SessionNotes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where what was said is read for learning, and what was learned is written: in one transaction
 * that uses up the task, so that a task that was withdrawn meanwhile teaches nothing.
 */
public interface LearningBook {
  /** What was said in a turn; empty when it is not there any more. */
  Optional<Exchange> exchange(UUID turn);

  /** Writes what a turn taught. */
  void learned(String task, UUID turn, List<Memory> memories);

  /** A talk that has ended; empty when it is not there any more. */
  Optional<EndedTalk> talk(UUID session);

  /** Writes what is noted of a talk in place of the notes by rules, if there is something. */
  void noted(String task, UUID session, Optional<SessionNotes> notes);
}
