package ai.therapysync.gateway.channel;

import ai.therapysync.conversation.message.Provider;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Gives a failing provider a pause. No answer and a message not taken are failures; a refusal is an
 * answer; "too fast" says nothing. Whether it works again is tried with ordinary messages only: a
 * crisis message counts while the breaker is closed, and neither opens nor closes a half-open one.
 */
final class ProviderBreaker {
  private static final Duration PAUSE = Duration.ofSeconds(10);

  /** Without a failure for so long, an open breaker only waits for somebody to try again. */
  private static final Duration OLD_NEWS = Duration.ofMinutes(2);

  private final CircuitBreaker breaker;
  private final InstantSource clock;

  /** When the last message failed; long ago when the last one did not. */
  private final AtomicReference<Instant> failedAt = new AtomicReference<>(Instant.MIN);

  ProviderBreaker(Provider provider, InstantSource clock) {
    CircuitBreakerConfig config =
        CircuitBreakerConfig.custom()
            .slidingWindowType(SlidingWindowType.COUNT_BASED)
            .slidingWindowSize(20)
            .minimumNumberOfCalls(10)
            .failureRateThreshold(50)
            .waitDurationInOpenState(PAUSE)
            .permittedNumberOfCallsInHalfOpenState(2)
            .clock(clock.withZone(ZoneOffset.UTC))
            .build();
    this.breaker = CircuitBreaker.of(provider.word(), config);
    this.clock = clock;
  }

  /** Whether the provider is given a pause, for failures of these minutes. */
  boolean isOpen() {
    return breaker.getState() != State.CLOSED
        && failedAt.get().isAfter(clock.instant().minus(OLD_NEWS));
  }

  /** Whether an ordinary message may go; each that may is followed by a note, or was unused. */
  boolean admits() {
    return breaker.tryAcquirePermission();
  }

  /** The message that was admitted did not go after all. */
  void unused() {
    breaker.releasePermission();
  }

  /** What an admitted message brought. */
  void note(SendOutcome outcome) {
    remember(outcome);
    switch (outcome) {
      case SendOutcome.Accepted _, SendOutcome.Rejected _ ->
          breaker.onSuccess(0, TimeUnit.NANOSECONDS);
      case SendOutcome.Unknown _, SendOutcome.NotTaken _ ->
          breaker.onError(0, TimeUnit.NANOSECONDS, new NoAnswerException());
      case SendOutcome.Throttled _, SendOutcome.Crowded _ -> breaker.releasePermission();
    }
  }

  /** What a crisis message brought, which was never asked whether it may go. */
  void noteCrisis(SendOutcome outcome) {
    remember(outcome);
    if (breaker.getState() == State.CLOSED && !isTooFast(outcome)) {
      note(outcome);
    }
  }

  private static boolean isTooFast(SendOutcome outcome) {
    return outcome instanceof SendOutcome.Throttled || outcome instanceof SendOutcome.Crowded;
  }

  private void remember(SendOutcome outcome) {
    switch (outcome) {
      case SendOutcome.Accepted _, SendOutcome.Rejected _ -> failedAt.set(Instant.MIN);
      case SendOutcome.Unknown _, SendOutcome.NotTaken _ -> failedAt.set(clock.instant());
      case SendOutcome.Throttled _, SendOutcome.Crowded _ -> {}
    }
  }

  /** The provider did not take a message, or did not say so. */
  private static final class NoAnswerException extends Exception {}
}
