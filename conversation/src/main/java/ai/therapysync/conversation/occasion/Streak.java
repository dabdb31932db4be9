package ai.therapysync.conversation.occasion;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Days on end on which something was done for a goal, in the person's own days.
 *
 * @param count as it was on the last of them
 * @param best the longest there has been
 * @param last {@code last_progress_date}
 */
public record Streak(int count, int best, Optional<LocalDate> last) {
  public Streak {
    count = Math.max(0, count);
    best = Math.max(best, count);
  }

  /** Nothing has been done yet. */
  public static Streak none() {
    return new Streak(0, 0, Optional.empty());
  }

  /** Whether that day is counted already; so is every day before the last. */
  public boolean counts(LocalDate day) {
    return last.filter(counted -> !counted.isBefore(day)).isPresent();
  }

  /** What it is once something was done on that day. */
  public Streak on(LocalDate day) {
    if (counts(day)) {
      return this;
    }
    boolean goesOn = last.filter(day.minusDays(1)::equals).isPresent();
    int now = goesOn ? Math.max(1, count) + 1 : 1;
    return new Streak(now, Math.max(best, now), Optional.of(day));
  }

  /** What it is worth on that day: a day missed ends it. */
  public int at(LocalDate day) {
    return last.filter(counted -> !counted.isBefore(day.minusDays(1))).map(_ -> count).orElse(0);
  }

  /** How many days nothing was done before that day; empty when nothing was ever done. */
  public Optional<Long> pauseBefore(LocalDate day) {
    return last.map(counted -> ChronoUnit.DAYS.between(counted, day) - 1);
  }
}
