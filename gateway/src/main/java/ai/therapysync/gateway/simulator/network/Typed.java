package ai.therapysync.gateway.simulator.network;

import ai.therapysync.conversation.message.ChannelName;
import java.util.List;
import java.util.Optional;

/**
 * What someone types or taps on a phone. Private: never printed.
 *
 * @param from E.164
 * @param profileName the name that WhatsApp shows for them
 * @param tap where it was not typed but tapped
 */
public record Typed(
    String from,
    ChannelName channel,
    String profileName,
    String body,
    List<Media> media,
    Optional<Tap> tap) {
  public Typed {
    media = List.copyOf(media);
    if (channel == ChannelName.EMAIL) {
      throw new IllegalArgumentException("A phone writes by SMS or WhatsApp");
    }
  }

  /**
   * A choice of a message that was tapped.
   *
   * @param message the message's id
   * @param list whether it was a row of a list, not a button
   */
  public record Tap(String message, boolean list, Choices.Choice choice) {
    @Override
    public String toString() {
      return "Tap[private]";
    }
  }

  /** Words, and what was attached to them. */
  public static Typed words(
      String from, ChannelName channel, String profileName, String body, List<Media> media) {
    return new Typed(from, channel, profileName, body, media, Optional.empty());
  }

  /** Plain words. */
  public static Typed words(String from, ChannelName channel, String body) {
    return words(from, channel, from, body, List.of());
  }

  @Override
  public String toString() {
    return "Typed[" + channel + "]";
  }
}
