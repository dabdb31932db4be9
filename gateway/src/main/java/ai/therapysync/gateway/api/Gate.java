package ai.therapysync.gateway.api;

import ai.therapysync.gateway.web.ClientAddress;
import ai.therapysync.persistence.access.Caller;
import ai.therapysync.persistence.access.Callers;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Who may come in, from where, and how often. */
public final class Gate {
  private static final String SCHEME = "Bearer ";

  /** So many callers are kept apart at once; beyond, their counts begin anew. */
  private static final int CALLERS = 20_000;

  private final Optional<BearerTokens> tokens;
  private final Callers callers;
  private final ClientAddress addresses;
  private final RateLimiterConfig rate;
  private final Map<Object, RateLimiter> limiters = new ConcurrentHashMap<>();

  /**
   * With what tokens are checked by; none: nobody comes in.
   *
   * @param addresses where a request comes from
   * @param perSecond requests of one caller, in bursts of as many
   */
  public Gate(
      Optional<BearerTokens> tokens, Callers callers, ClientAddress addresses, int perSecond) {
    this.tokens = tokens;
    this.callers = callers;
    this.addresses = addresses;
    this.rate =
        RateLimiterConfig.custom()
            .limitForPeriod(perSecond)
            .limitRefreshPeriod(Duration.ofSeconds(1))
            .timeoutDuration(Duration.ZERO)
            .build();
  }

  /**
   * Who asks.
   *
   * @throws Problem 401 without a good token, 429 beyond the rate
   */
  Caller caller(Context context) {
    Optional<Caller> caller = token(context).flatMap(this::named).flatMap(callers::find);
    Object counted = caller.<Object>map(Caller::id).orElse(address(context));
    if (!admits(counted)) {
      context.header("Retry-After", "1");
      throw Problem.tooMany();
    }
    if (caller.isEmpty()) {
      context.header("WWW-Authenticate", "Bearer");
      throw Problem.unauthenticated("A bearer token is missing, or it is not (or no longer) good.");
    }
    return caller.get();
  }

  /** Where it comes from, for the audit log. */
  String address(Context context) {
    return addresses.of(context);
  }

  private Optional<UUID> named(String token) {
    return tokens.flatMap(check -> check.subject(token));
  }

  private boolean admits(Object counted) {
    if (limiters.size() > CALLERS) {
      limiters.clear();
    }
    return limiters.computeIfAbsent(counted, _ -> RateLimiter.of("api", rate)).acquirePermission();
  }

  private static Optional<String> token(Context context) {
    return Optional.ofNullable(context.header("Authorization"))
        .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(header -> header.substring(SCHEME.length()).strip());
  }
}
