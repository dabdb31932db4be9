package ai.therapysync.gateway.channel;

import ai.therapysync.conversation.delivery.Segments;
import ai.therapysync.conversation.delivery.SmsText;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.OutboundMessage;
import ai.therapysync.gateway.channel.SendLimits.PairRate;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TokensInheritanceStrategy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How fast each sender may write, and where the provider counts that, how fast to each person. A
 * message of several segments goes when one permit is left, and leaves a debt that later ones wait
 * for; a crisis message goes at once and leaves its debt too.
 */
final class SendRates {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  /** So many pairs are kept before those are let go that have nothing to wait for. */
  private static final int PAIRS = 10_000;

  private final SendLimits limits;
  private final InstantSource clock;
  private final Map<Sender, Pace> senders = new HashMap<>();
  private final Map<Pair, Pace> pairs = new HashMap<>();

  SendRates(SendLimits limits, InstantSource clock) {
    this.limits = limits;
    this.clock = clock;
  }

  /** Takes the permits of an ordinary message; when it has to wait, none are taken. */
  synchronized Optional<Instant> take(OutboundMessage message) {
    Collection<Toll> tolls = tolls(message);
    long wait = tolls.stream().mapToLong(toll -> wait(toll.bucket())).max().orElse(0);
    if (wait > 0) {
      return Optional.of(clock.instant().plusNanos(wait));
    }
    tolls.forEach(Toll::pay);
    return Optional.empty();
  }

  /** Takes the permits of a crisis message, whether there are any or not. */
  synchronized void consume(OutboundMessage message) {
    tolls(message).forEach(Toll::pay);
  }

  private static long wait(Bucket bucket) {
    return bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
  }

  private List<Toll> tolls(OutboundMessage message) {
    if (message.channel() == ChannelName.EMAIL) {
      return List.of();
    }
    boolean sms = message.channel() == ChannelName.SMS;
    String number =
        message.sender().orElseGet(() -> limits.senders().getOrDefault(message.channel(), ""));
    Sender sender = new Sender(message.channel(), number);
    double rate = sms ? limits.smsSegmentsPerSecond() : limits.whatsappMessagesPerSecond();
    List<Toll> tolls = new ArrayList<>();
    tolls.add(new Toll(bucket(senders, sender, rate, rate), permits(message)));
    if (!sms && limits.pair().isPresent()) {
      PairRate pair = limits.pair().get();
      letGo();
      Pair pairOf = new Pair(sender, message.to().value());
      double perSecond = (double) SECOND / pair.every().toNanos();
      tolls.add(new Toll(bucket(pairs, pairOf, pair.burst(), perSecond), 1));
    }
    return tolls;
  }

  /** A debt stays when the rate becomes another because nodes have come or gone. */
  private <K> Bucket bucket(Map<K, Pace> paces, K key, double burst, double perSecond) {
    int nodes = Math.max(1, limits.liveNodes().getAsInt());
    BucketConfiguration share = share(burst / nodes, perSecond / nodes);
    Pace pace =
        paces.compute(
            key,
            (_, before) -> {
              if (before == null) {
                Bucket fresh =
                    Bucket.builder()
                        .withCustomTimePrecision(time())
                        .addLimit(share.getBandwidths()[0])
                        .build();
                return new Pace(nodes, fresh);
              }
              if (before.nodes() != nodes) {
                before.bucket().replaceConfiguration(share, TokensInheritanceStrategy.AS_IS);
              }
              return new Pace(nodes, before.bucket());
            });
    return pace.bucket();
  }

  private static BucketConfiguration share(double burst, double perSecond) {
    Duration each = Duration.ofNanos(Math.max(1, Math.round(SECOND / perSecond)));
    return BucketConfiguration.builder()
        .addLimit(
            limit -> limit.capacity(Math.max(1, (long) Math.floor(burst))).refillGreedy(1, each))
        .build();
  }

  private void letGo() {
    if (pairs.size() >= PAIRS) {
      int burst = limits.pair().map(PairRate::burst).orElse(1);
      int nodes = Math.max(1, limits.liveNodes().getAsInt());
      pairs
          .values()
          .removeIf(pace -> pace.bucket().getAvailableTokens() >= Math.max(1, burst / nodes));
    }
  }

  private TimeMeter time() {
    return new TimeMeter() {
      @Override
      public long currentTimeNanos() {
        Instant now = clock.instant();
        return now.getEpochSecond() * SECOND + now.getNano();
      }

      @Override
      public boolean isWallClockBased() {
        return true;
      }
    };
  }

  private static int permits(OutboundMessage message) {
    return message.channel() == ChannelName.SMS ? Segments.count(SmsText.plain(message.text())) : 1;
  }

  private record Sender(ChannelName channel, String number) {}

  /** One sender and one address; never printed. */
  private record Pair(Sender sender, String address) {
    @Override
    public String toString() {
      return "Pair[" + sender + "]";
    }
  }

  /** A share of a rate on this node, among so many. */
  private record Pace(int nodes, Bucket bucket) {}

  /** What a message takes from a bucket. */
  private record Toll(Bucket bucket, long permits) {
    void pay() {
      bucket.consumeIgnoringRateLimits(permits);
    }
  }
}
