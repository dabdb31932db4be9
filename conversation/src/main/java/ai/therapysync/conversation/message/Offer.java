package ai.therapysync.conversation.message;

import java.util.UUID;

/**
 * Choices that went out with a question. A button that is tapped names the offer, so that it is
 * never taken for the answer to a later one.
 */
public record Offer(UUID id, Choices choices) {
  /** The id of the button of that choice: what it answers, and to which offer. */
  public String button(Choices.Choice choice) {
    return choice.answer() + Tap.OF + id;
  }
}
