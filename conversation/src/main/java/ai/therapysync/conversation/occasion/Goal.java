package ai.therapysync.conversation.occasion;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A goal: a row of {@code goals}. Its words are private and never printed.
 *
 * @param category the word of its rule, {@code personal} where none fits
 * @param measure how far it is
 * @param due {@code target_date}
 * @param streak the days on end on which something was done for it
 */
public record Goal(
    UUID id,
    String title,
    String category,
    Measure measure,
    Optional<LocalDate> due,
    Streak streak) {

  /**
   * How far a goal is.
   *
   * @param target {@code target_value}; without one, days are counted
   * @param progress {@code current_progress}
   */
  public record Measure(Optional<BigDecimal> target, BigDecimal progress) {
    /** Nothing is done yet, and nothing is counted but days. */
    public static Measure days() {
      return new Measure(Optional.empty(), BigDecimal.ZERO);
    }

    /** Whether the target is reached. */
    public boolean isReached() {
      return target.filter(all -> all.signum() > 0 && progress.compareTo(all) >= 0).isPresent();
    }

    /** Whether at least half of the target is done. */
    public boolean isHalfWay() {
      BigDecimal twice = progress.add(progress);
      return target.filter(all -> all.signum() > 0 && twice.compareTo(all) >= 0).isPresent();
    }

    /** The same target, so far. */
    public Measure at(BigDecimal now) {
      return new Measure(target, now.max(BigDecimal.ZERO));
    }
  }

  /** The same goal, so far and with that streak. */
  public Goal with(Measure now, Streak then) {
    return new Goal(id, title, category, now, due, then);
  }

  @Override
  public String toString() {
    return "Goal[" + id + "]";
  }
}
