package ai.therapysync.conversation.occasion;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What becomes of a goal. Its words are private and never printed. */
public sealed interface GoalChange extends Change {
  /**
   * A new goal.
   *
   * @param id of its row, so that what follows in the same step can name it
   */
  record Set(
      UUID id,
      String title,
      String category,
      Optional<BigDecimal> value,
      Optional<LocalDate> due,
      boolean important)
      implements GoalChange {
    @Override
    public String toString() {
      return "Set[goal]";
    }
  }

  /**
   * Something was done for it.
   *
   * @param goal how it stands from now on
   * @param on the person's own day
   */
  record Progressed(Goal goal, LocalDate on) implements GoalChange {}

  /** It is reached. */
  record Reached(UUID goal, LocalDate on) implements GoalChange {}

  /** It is given up. */
  record Dropped(UUID goal) implements GoalChange {}

  /** It was given up by mistake, and goes on. */
  record Restored(UUID goal) implements GoalChange {}

  /** It is called otherwise. */
  record Renamed(UUID goal, String title, String category) implements GoalChange {
    @Override
    public String toString() {
      return "Renamed[" + goal + "]";
    }
  }

  /** Its date is another, or none. */
  record Moved(UUID goal, Optional<LocalDate> due) implements GoalChange {}

  /**
   * An achievement: a row of {@code goal_achievements}.
   *
   * @param type its rule
   * @param goal empty for what belongs to no single goal
   */
  record Earned(
      String type,
      Optional<UUID> goal,
      String title,
      String description,
      String icon,
      int points,
      Map<String, String> metadata)
      implements GoalChange {
    public Earned {
      metadata = Map.copyOf(metadata);
    }

    @Override
    public String toString() {
      return "Earned[" + type + "]";
    }
  }
}
