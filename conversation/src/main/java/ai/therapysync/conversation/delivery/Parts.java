package ai.therapysync.conversation.delivery;

import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.Choices;
import java.util.List;
import java.util.Optional;

/** The messages that a text takes: one, and several only where one does not hold it. */
public final class Parts {
  /** What a message holds by Twilio, SMS and WhatsApp alike, in UTF-16 units. */
  private static final int ROOM = 1_600;

  private Parts() {}

  /** The text as it is sent, in order; what is cut begins with {@code (1/2)}. */
  public static List<String> of(ChannelName channel, String text) {
    return of(channel, text, Optional.empty());
  }

  /** The same, where the last part has room for the answers that are offered with it. */
  public static List<String> of(ChannelName channel, String text, Optional<Choices> choices) {
    int offered = choices.map(all -> grown(all.numbered("")).length()).orElse(0);
    int room = Math.max(ROOM - offered, ROOM / 4);
    return switch (channel) {
      case EMAIL -> List.of(text);
      case WHATSAPP -> text.length() <= room ? List.of(text) : Segments.split(text, room);
      case SMS -> ofSms(text, room);
    };
  }

  /** How long a text may be that fits into so many messages. */
  public static int room(int messages) {
    return messages * ROOM;
  }

  private static List<String> ofSms(String text, int room) {
    String grown = grown(text);
    return grown.length() <= room ? List.of(text) : Segments.split(grown, room);
  }

  /** On its way a text message's "…" becomes three dots, and a full part would become too long. */
  private static String grown(String text) {
    return text.replace("\u2026", "...");
  }
}
