package ai.therapysync.gateway.work;

import ai.therapysync.persistence.figures.BehaviorBook;
import ai.therapysync.persistence.figures.MeasuredDays;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Adds up days of the last two years that nobody has, such as those from before there were sums.
 */
public final class DailySums implements Nightly.Chore {
  private final BehaviorBook behavior;
  private final MeasuredDays measured;
  private final InstantSource clock;

  /** With where the sums are. */
  public DailySums(BehaviorBook behavior, MeasuredDays measured, InstantSource clock) {
    this.behavior = behavior;
    this.measured = measured;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "adding up days";
  }

  @Override
  public boolean work() {
    Instant now = clock.instant();
    LocalDate yesterday = now.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(1);
    return !behavior.catchUp(yesterday, now) && !measured.catchUp(yesterday);
  }
}
