package ai.therapysync.gateway.channel;

import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.time.InstantSource;

/**
 * When a message that was not accepted is tried again: each time later, with jitter, so that many
 * do not come back together.
 *
 * <p>Pages and safe replies wait at most 5 s, so that with the time of a call they are tried at
 * least every 10 s; a provider's own time is kept up to 10 s. Others are tried again within 10 s
 * first, then at most 60 s later. Where too many went to one person, the wait grows fourfold.
 */
public final class RetrySchedule {
  private static final Duration CRISIS_LONGEST = Duration.ofSeconds(5);
  private static final Duration FIRST_LONGEST = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** By then every wait has reached its longest; the library counts its way up one by one. */
  private static final int GROWING = 12;

  private final InstantSource clock;
  private final IntervalFunction crisis =
      IntervalFunction.ofExponentialRandomBackoff(Duration.ofSeconds(1), 1.5, 0.5, CRISIS_LONGEST);
  private final IntervalFunction ordinary =
      IntervalFunction.ofExponentialRandomBackoff(Duration.ofSeconds(2), 2, 0.5, LONGEST);

  public RetrySchedule(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * How long to wait.
   *
   * @param attempt how many attempts there were, from 1
   * @param crisis whether it is a page, a safe reply or a notice of an incident
   * @param outcome what the last attempt brought
   */
  public Duration next(int attempt, boolean crisis, SendOutcome outcome) {
    IntervalFunction backoff = crisis ? this.crisis : ordinary;
    Duration own = Duration.ofMillis(backoff.apply(Math.clamp(attempt, 1, GROWING)));
    return switch (outcome) {
      case SendOutcome.Throttled(var until) ->
          shorter(longer(own, Duration.between(clock.instant(), until)), longest(attempt, crisis));
      case SendOutcome.Crowded _ -> shorter(crowded(attempt), longest(attempt, crisis));
      case SendOutcome.Accepted _,
          SendOutcome.Rejected _,
          SendOutcome.Unknown _,
          SendOutcome.NotTaken _ ->
          shorter(own, crisis ? CRISIS_LONGEST : attempt <= 1 ? FIRST_LONGEST : LONGEST);
    };
  }

  /** The longest wait where the provider named its reason. */
  private static Duration longest(int attempt, boolean crisis) {
    return crisis || attempt <= 1 ? FIRST_LONGEST : LONGEST;
  }

  /** 4, 16, 64 s … */
  private static Duration crowded(int attempt) {
    return Duration.ofSeconds(1L << (2 * Math.clamp(attempt, 1, GROWING)));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
