package ai.therapysync.gateway.channel;

import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.OutboundMessage;
import ai.therapysync.conversation.message.Provider;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A provider's way of carrying messages. It verifies and parses what comes, and hands over what
 * goes.
 */
public interface Channel {
  /** The provider behind it. */
  Provider provider();

  /** What it can carry with the credentials it has; empty when it is switched off. */
  Set<ChannelName> carries();

  /** Declares its webhooks; the server mounts them. Messages and statuses go to the intake. */
  List<Webhook> open(Intake intake);

  /**
   * Hands one message to the provider: one call, at most 10 s, never repeated behind the caller's
   * back.
   */
  SendOutcome send(OutboundMessage message);

  /**
   * What became of a message whose answer was lost.
   *
   * @param since when the first attempt began
   * @param known whether a provider's id already belongs to another message of ours
   */
  Fate ask(OutboundMessage message, Instant since, Predicate<String> known);
}
