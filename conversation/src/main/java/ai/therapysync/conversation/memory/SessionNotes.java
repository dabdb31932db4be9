package ai.therapysync.conversation.memory;

import java.util.List;

/**
 * What is noted of a talk that has ended. Private: never printed.
 *
 * @param notes for {@code session_notes}, in the person's language
 * @param themes what it was about, a few words each
 * @param helped what helped, a few words each
 */
public record SessionNotes(String notes, List<String> themes, List<String> helped) {
  public SessionNotes {
    themes = List.copyOf(themes);
    helped = List.copyOf(helped);
  }

  @Override
  public String toString() {
    return "SessionNotes[private]";
  }
}
