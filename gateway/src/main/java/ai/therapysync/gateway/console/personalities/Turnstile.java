package ai.therapysync.gateway.console.personalities;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Lets operators try voices one message at a time, and not without end: a model costs money. Each
 * node counts for itself.
 */
final class Turnstile {
  private static final int A_MINUTE = 20;

  /** So many operators are kept apart; beyond, their counts begin anew. */
  private static final int OPERATORS = 1_000;

  private final RateLimiterConfig rate =
      RateLimiterConfig.custom()
          .limitForPeriod(A_MINUTE)
          .limitRefreshPeriod(Duration.ofMinutes(1))
          .timeoutDuration(Duration.ZERO)
          .build();
  private final Map<UUID, RateLimiter> limiters = new ConcurrentHashMap<>();
  private final Set<UUID> inside = ConcurrentHashMap.newKeySet();

  /** Does the work, or says why not now. */
  <T> T pass(UUID operator, Supplier<T> work, Function<String, T> refusing) {
    if (!inside.add(operator)) {
      return refusing.apply("Your last message is still being answered. Wait for it.");
    }
    try {
      return limiter(operator).acquirePermission()
          ? work.get()
          : refusing.apply(
              "That was " + A_MINUTE + " messages within a minute. Go on in a moment.");
    } finally {
      inside.remove(operator);
    }
  }

  private RateLimiter limiter(UUID operator) {
    if (limiters.size() > OPERATORS) {
      limiters.clear();
    }
    return limiters.computeIfAbsent(operator, _ -> RateLimiter.of("sandbox", rate));
  }
}
