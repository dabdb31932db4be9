package ai.therapysync.conversation.occasion;

import java.util.List;
import java.util.Optional;

/**
 * What a skill says, and what is written with it in one transaction. Its text is private and never
 * printed.
 *
 * @param skill whose step it is, a word for metadata and timeline
 * @param text empty where the words are answered as ordinary talk all the same
 * @param asks the question that is open from now on; empty closes the one that was
 */
public record Step(String skill, String text, List<Change> changes, Optional<Asked> asks) {
  public Step {
    changes = List.copyOf(changes);
  }

  /** Words alone. */
  public static Step says(String skill, String text) {
    return new Step(skill, text, List.of(), Optional.empty());
  }

  /** Writes what was said, and leaves the answer to ordinary talk. */
  public static Step silent(String skill) {
    return says(skill, "");
  }

  /** Whether the words are answered as ordinary talk all the same. */
  public boolean isSilent() {
    return text.isEmpty();
  }

  /** The same, and this is written. */
  public Step changing(List<? extends Change> more) {
    return new Step(skill, text, List.copyOf(more), asks);
  }

  /** The same, and this question is open from now on. */
  public Step asking(Asked question) {
    return new Step(skill, text, changes, Optional.of(question));
  }

  /** The same; a patient question that was open stays so. */
  public Step askingAgain(Occasion occasion) {
    return new Step(skill, text, changes, occasion.asked().filter(Asked::patient));
  }

  @Override
  public String toString() {
    return "Step[" + skill + "]";
  }
}
