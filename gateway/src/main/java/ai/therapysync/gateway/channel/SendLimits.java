package ai.therapysync.gateway.channel;

import ai.therapysync.conversation.message.ChannelName;
import java.time.Duration;
import java.util.Map;
import java.util.function.IntSupplier;

/**
 * What a channel may hand over.
 *
 * @param smsSegmentsPerSecond {@code SMS_SEGMENTS_PER_SECOND}, a sender
 * @param whatsappMessagesPerSecond {@code WHATSAPP_MESSAGES_PER_SECOND}, a sender
 * @param senders the configured senders, by which messages go that name none
 * @param liveNodes how many nodes share a sender's rate
 * @param call how long one call may take
 */
public record SendLimits(
    double smsSegmentsPerSecond,
    double whatsappMessagesPerSecond,
    Map<ChannelName, String> senders,
    IntSupplier liveNodes,
    Duration call) {
  private static final Duration CALL = Duration.ofSeconds(10);

  public SendLimits {
    if (!(smsSegmentsPerSecond > 0) || !(whatsappMessagesPerSecond > 0)) {
      throw new IllegalArgumentException("A sender's rate is more than 0 a second");
    }
    senders = Map.copyOf(senders);
  }

  /** The same among so many nodes. */
  public SendLimits sharedBy(IntSupplier liveNodes) {
    return new SendLimits(
        smsSegmentsPerSecond, whatsappMessagesPerSecond, senders, liveNodes, call);
  }

  /** Limits of a single node; a call may take 10 s. */
  public static SendLimits of(
      double smsSegmentsPerSecond,
      double whatsappMessagesPerSecond,
      Map<ChannelName, String> senders) {
    return new SendLimits(smsSegmentsPerSecond, whatsappMessagesPerSecond, senders, () -> 1, CALL);
  }
}
