package ai.therapysync.conversation.occasion;

import java.util.List;

/**
 * What a person works on, as their rows say.
 *
 * @param goals the active ones, oldest first
 */
public record Work(List<Goal> goals) {
  public Work {
    goals = List.copyOf(goals);
  }

  /** Somebody who works on nothing yet. */
  public static Work nothing() {
    return new Work(List.of());
  }
}
