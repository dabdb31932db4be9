package ai.therapysync.conversation.memory;

import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.risk.Utterance;
import java.util.List;
import java.util.Optional;

/** Writes down what a talk was about, once it has ended. */
@FunctionalInterface
public interface SessionNoteWriter {
  /** Empty where there is nothing better than the notes by rules; never fails. */
  Optional<SessionNotes> write(EndedTalk talk);

  /**
   * A talk that has ended. Private: never printed.
   *
   * @param lines both sides, oldest first
   */
  record EndedTalk(Language language, List<Utterance> lines) {
    public EndedTalk {
      lines = List.copyOf(lines);
    }

    @Override
    public String toString() {
      return "EndedTalk[" + lines.size() + " lines]";
    }
  }
}
