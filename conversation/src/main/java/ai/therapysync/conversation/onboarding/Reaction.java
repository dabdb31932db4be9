package ai.therapysync.conversation.onboarding;

import ai.therapysync.conversation.message.Choices;
import java.util.Optional;

/** What a stranger's message leads to. Texts are private and never printed. */
public sealed interface Reaction {
  /** They are told or asked something, and stand there from now on. */
  record Says(Application next, String text, Optional<Choices> choices) implements Reaction {
    @Override
    public String toString() {
      return "Says[" + next.step() + "]";
    }
  }

  /** They are heard, and nothing is said. */
  record Silent(Application next, String why) implements Reaction {}

  /** All is said: an account is made. */
  record Joins(Newcomer newcomer, String text, Choices choices) implements Reaction {
    @Override
    public String toString() {
      return "Joins[private]";
    }
  }
}
