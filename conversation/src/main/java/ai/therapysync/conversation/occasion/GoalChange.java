package ai.therapysync.conversation.occasion;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** What becomes of a goal. Its words are private and never printed. */
public sealed interface GoalChange extends Change {
  /** A new goal. */
  record Set(String title, String category, Optional<LocalDate> target) implements GoalChange {
    @Override
    public String toString() {
      return "Set[goal]";
    }
  }

  /** It is reached. */
  record Reached(UUID goal, LocalDate on) implements GoalChange {}
}
