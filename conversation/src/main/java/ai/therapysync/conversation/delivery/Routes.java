package ai.therapysync.conversation.delivery;

import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.Provider;
import java.util.Map;
import java.util.Optional;

/** Which provider carries which channel here, and from which of our senders. */
public record Routes(Map<ChannelName, Route> byChannel) {
  public Routes {
    byChannel = Map.copyOf(byChannel);
  }

  /**
   * One channel's way out.
   *
   * @param sender our own number or mailbox there
   */
  public record Route(Provider provider, String sender) {}

  /** The way out by a channel; empty when it is off. */
  public Optional<Route> by(ChannelName channel) {
    return Optional.ofNullable(byChannel.get(channel));
  }
}
