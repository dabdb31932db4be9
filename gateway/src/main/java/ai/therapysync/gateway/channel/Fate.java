package ai.therapysync.gateway.channel;

import ai.therapysync.conversation.delivery.DeliveryStatus;

/** What a provider answers when asked about a message whose answer was lost. */
public sealed interface Fate {
  /** It was taken, under this id. */
  record Taken(String providerId, DeliveryStatus status) implements Fate {}

  /** The provider knows nothing of it: safe to send again. */
  record NotTaken() implements Fate {}

  /** The provider can be asked, but did not answer now. */
  record NoAnswer(String why) implements Fate {}

  /** This provider can't be asked. */
  record CannotAsk() implements Fate {}
}
