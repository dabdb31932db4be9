package ai.therapysync.conversation.occasion;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a person works on, as their rows say.
 *
 * @param goals the active ones, oldest first
 * @param happened when what must not come again too soon was done last
 */
public record Work(List<Goal> goals, Map<String, Instant> happened) {
  public Work {
    goals = List.copyOf(goals);
    happened = Map.copyOf(happened);
  }

  /** When that was done last; empty when it never was. */
  public Optional<Instant> last(String what) {
    return Optional.ofNullable(happened.get(what));
  }

  /** Somebody who works on nothing yet. */
  public static Work nothing() {
    return new Work(List.of(), Map.of());
  }
}
