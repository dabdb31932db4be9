package ai.therapysync.conversation.occasion;

import java.util.UUID;

/** A goal: a row of {@code goals}. Its words are private and never printed. */
public record Goal(UUID id, String title) {
  @Override
  public String toString() {
    return "Goal[" + id + "]";
  }
}
