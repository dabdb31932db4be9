package ai.therapysync.conversation.practice.insight;

import ai.therapysync.conversation.occasion.Idea;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An insight or a recommendation that is to be kept until it fits. Private: never printed.
 *
 * @param items what could be done about it
 * @param reasoning which rule it follows, in words
 * @param confidence 0 to 1
 * @param priority 1 to 10
 * @param fresh how long it is worth saying
 */
public record NewIdea(
    Idea.Kind kind,
    String type,
    Optional<UUID> goal,
    String title,
    String description,
    List<String> items,
    String reasoning,
    double confidence,
    int priority,
    Duration fresh) {
  public NewIdea {
    items = List.copyOf(items);
  }

  @Override
  public String toString() {
    return "NewIdea[" + type + "]";
  }
}
