package ai.therapysync.gateway.channel;

import ai.therapysync.conversation.delivery.DeliveryStatus;
import java.util.Optional;

/** What a provider answers when asked about a message whose answer was lost. */
public sealed interface Fate {
  /** It was taken, under this id. */
  record Taken(String providerId, DeliveryStatus status) implements Fate {}

  /**
   * It was taken, under this id, and has failed since.
   *
   * @param throttled for too many messages: safe to send again
   * @param permanent this address can't be reached by this channel
   */
  record Failed(String providerId, Optional<String> code, boolean throttled, boolean permanent)
      implements Fate {}

  /** The provider knows nothing of it: safe to send again. */
  record NotTaken() implements Fate {}

  /** The provider can be asked, but did not answer now. */
  record NoAnswer(String why) implements Fate {}

  /** This provider can't be asked. */
  record CannotAsk() implements Fate {}
}
