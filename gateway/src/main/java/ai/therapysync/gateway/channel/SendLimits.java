package ai.therapysync.gateway.channel;

import ai.therapysync.conversation.message.ChannelName;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * What a channel may hand over.
 *
 * @param smsSegmentsPerSecond {@code SMS_SEGMENTS_PER_SECOND}, a sender
 * @param whatsappMessagesPerSecond {@code WHATSAPP_MESSAGES_PER_SECOND}, a sender
 * @param pair from one sender to one person, where the provider counts that; by WhatsApp alone
 * @param senders the configured senders, by which messages go that name none
 * @param liveNodes how many nodes share these rates
 * @param call how long one call may take
 */
public record SendLimits(
    double smsSegmentsPerSecond,
    double whatsappMessagesPerSecond,
    Optional<PairRate> pair,
    Map<ChannelName, String> senders,
    IntSupplier liveNodes,
    Duration call) {
  private static final Duration CALL = Duration.ofSeconds(10);

  /**
   * How fast one sender may write to one person.
   *
   * @param burst so many at once
   * @param every and one more each time that so long has passed
   */
  public record PairRate(int burst, Duration every) {
    public PairRate {
      if (burst < 1 || !every.isPositive()) {
        throw new IllegalArgumentException("A pair's rate is one message or more, in some time");
      }
    }
  }

  public SendLimits {
    if (!(smsSegmentsPerSecond > 0) || !(whatsappMessagesPerSecond > 0)) {
      throw new IllegalArgumentException("A sender's rate is more than 0 a second");
    }
    senders = Map.copyOf(senders);
  }

  /** The same among so many nodes. */
  public SendLimits sharedBy(IntSupplier liveNodes) {
    return new SendLimits(
        smsSegmentsPerSecond, whatsappMessagesPerSecond, pair, senders, liveNodes, call);
  }

  /** The same, with a rate for each person. */
  public SendLimits with(PairRate pair) {
    return new SendLimits(
        smsSegmentsPerSecond,
        whatsappMessagesPerSecond,
        Optional.of(pair),
        senders,
        liveNodes,
        call);
  }

  /** The same, with another time limit for a call. */
  public SendLimits within(Duration call) {
    return new SendLimits(
        smsSegmentsPerSecond, whatsappMessagesPerSecond, pair, senders, liveNodes, call);
  }

  /** Limits of a single node; a call may take 10 s. */
  public static SendLimits of(
      double smsSegmentsPerSecond,
      double whatsappMessagesPerSecond,
      Map<ChannelName, String> senders) {
    return new SendLimits(
        smsSegmentsPerSecond, whatsappMessagesPerSecond, Optional.empty(), senders, () -> 1, CALL);
  }
}
