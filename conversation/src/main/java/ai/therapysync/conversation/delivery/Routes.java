package ai.therapysync.conversation.delivery;

import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.Provider;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which providers carry which channels here, and from which of our senders; of several ways by one
 * channel the first is the one by which a conversation begins.
 */
public record Routes(List<Route> all) {
  public Routes {
    all = List.copyOf(all);
  }

  /**
   * One way out.
   *
   * @param sender our own there: a number, the id of a number, or a mailbox
   */
  public record Route(ChannelName channel, Provider provider, String sender) {}

  /** The way by which a conversation begins; empty when the channel is off. */
  public Optional<Route> by(ChannelName channel) {
    return of(channel).findFirst();
  }

  /**
   * The way by which a conversation goes on that came to this sender of ours: by it, and by the
   * provider whose it is, never by another's. Empty when that provider does not carry the channel
   * here.
   */
  public Optional<Route> by(ChannelName channel, String sender) {
    Provider owner = Provider.ofSender(channel, sender);
    return of(channel)
        .filter(route -> route.sender().equals(sender))
        .findFirst()
        .or(() ->
            of(channel)
                .filter(route -> route.provider() == owner)
                .findFirst()
                .map(_ -> new Route(channel, owner, sender)));
  }

  /** The way of a message that names its sender, or leaves it to us. */
  public Optional<Route> by(ChannelName channel, Optional<String> sender) {
    return sender.isPresent() ? by(channel, sender.get()) : by(channel);
  }

  private Stream<Route> of(ChannelName channel) {
    return all.stream().filter(route -> route.channel() == channel);
  }
}
