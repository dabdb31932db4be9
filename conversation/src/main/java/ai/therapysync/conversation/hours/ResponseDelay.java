package ai.therapysync.conversation.hours;

import java.time.Duration;
import java.time.Instant;

/**
 * When a turn is due: the delay after the person's last message, but a person who writes on and on
 * is answered 30 seconds (or the delay, if longer) after the first.
 */
public final class ResponseDelay {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private ResponseDelay() {}

  /**
   * The due time.
   *
   * @param first when the first waiting message came
   * @param last when the last waiting message came
   */
  public static Instant due(Instant first, Instant last, Duration delay) {
    Instant afterLast = last.plus(delay);
    Instant latest = first.plus(delay.compareTo(PATIENCE) > 0 ? delay : PATIENCE);
    return afterLast.isBefore(latest) ? afterLast : latest;
  }
}
