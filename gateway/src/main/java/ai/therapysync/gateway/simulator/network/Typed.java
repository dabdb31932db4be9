package ai.therapysync.gateway.simulator.network;

import ai.therapysync.conversation.message.ChannelName;
import java.util.List;

/**
 * What someone types on a phone. Private: never printed.
 *
 * @param from E.164
 * @param profileName the name that WhatsApp shows for them
 */
public record Typed(
    String from, ChannelName channel, String profileName, String body, List<Media> media) {
  public Typed {
    media = List.copyOf(media);
    if (channel == ChannelName.EMAIL) {
      throw new IllegalArgumentException("A phone writes by SMS or WhatsApp");
    }
  }

  /** Plain words. */
  public static Typed words(String from, ChannelName channel, String body) {
    return new Typed(from, channel, from, body, List.of());
  }

  @Override
  public String toString() {
    return "Typed[" + channel + "]";
  }
}
