package ai.therapysync.gateway.channel;

import ai.therapysync.conversation.delivery.Segments;
import ai.therapysync.conversation.delivery.SmsText;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.OutboundMessage;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.internal.AtomicRateLimiter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Each sender's rate. A message of several segments goes when there is one permit, and leaves a
 * debt that later ones wait for; a crisis message goes at once and leaves its debt too.
 */
final class SenderRates {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  /** A debt is never refused for being large. */
  private static final Duration ANY_WAIT = Duration.ofDays(365);

  private final SendLimits limits;
  private final InstantSource clock;
  private final Map<Sender, Pace> paces = new ConcurrentHashMap<>();

  SenderRates(SendLimits limits, InstantSource clock) {
    this.limits = limits;
    this.clock = clock;
  }

  /** Takes the permits of an ordinary message; when it has to wait, none are taken. */
  Optional<Instant> take(OutboundMessage message) {
    if (message.channel() == ChannelName.EMAIL) {
      return Optional.empty();
    }
    AtomicRateLimiter limiter = limiter(message);
    synchronized (limiter) {
      int debt = 1 - limiter.getMetrics().getAvailablePermissions();
      if (debt > 0) {
        long wait = Math.max(1, limiter.getDetailedMetrics().getNanosToWait());
        return Optional.of(clock.instant().plusNanos(wait));
      }
      limiter.reservePermission(permits(message));
      return Optional.empty();
    }
  }

  /** Takes the permits of a crisis message, whether there are any or not. */
  void consume(OutboundMessage message) {
    if (message.channel() != ChannelName.EMAIL) {
      AtomicRateLimiter limiter = limiter(message);
      synchronized (limiter) {
        limiter.reservePermission(permits(message));
      }
    }
  }

  private AtomicRateLimiter limiter(OutboundMessage message) {
    String number =
        message.sender().orElseGet(() -> limits.senders().getOrDefault(message.channel(), ""));
    int nodes = Math.max(1, limits.liveNodes().getAsInt());
    return paces
        .compute(
            new Sender(message.channel(), number),
            (sender, pace) ->
                pace != null && pace.nodes() == nodes ? pace : paceOf(sender, nodes, pace))
        .limiter();
  }

  /** A sender's debt stays when its rate becomes another because nodes have come or gone. */
  private Pace paceOf(Sender sender, int nodes, @Nullable Pace before) {
    AtomicRateLimiter limiter = limiter(sender, nodes);
    int left = before == null ? 1 : before.limiter().getMetrics().getAvailablePermissions();
    if (left <= 0) {
      limiter.reservePermission(limiter.getMetrics().getAvailablePermissions() - left);
    }
    return new Pace(nodes, limiter);
  }

  /** Whole rates refill once a second, others one permit at a time. */
  private AtomicRateLimiter limiter(Sender sender, int nodes) {
    boolean sms = sender.channel() == ChannelName.SMS;
    double total = sms ? limits.smsSegmentsPerSecond() : limits.whatsappMessagesPerSecond();
    double rate = total / nodes;
    boolean whole = rate >= 1 && rate == Math.rint(rate);
    RateLimiterConfig config =
        RateLimiterConfig.custom()
            .limitForPeriod(whole ? (int) rate : 1)
            .limitRefreshPeriod(Duration.ofNanos(whole ? SECOND : (long) (SECOND / rate)))
            .timeoutDuration(ANY_WAIT)
            .build();
    return new AtomicRateLimiter(sender.number(), config, this::nanoseconds);
  }

  private Long nanoseconds() {
    Instant now = clock.instant();
    return now.getEpochSecond() * SECOND + now.getNano();
  }

  private static int permits(OutboundMessage message) {
    return message.channel() == ChannelName.SMS ? Segments.count(SmsText.plain(message.text())) : 1;
  }

  private record Sender(ChannelName channel, String number) {}

  /** A sender's share of its rate on this node, among so many. */
  private record Pace(int nodes, AtomicRateLimiter limiter) {}
}
