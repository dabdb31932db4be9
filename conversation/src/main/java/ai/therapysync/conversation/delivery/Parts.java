package ai.therapysync.conversation.delivery;

import ai.therapysync.conversation.message.ChannelName;
import java.util.List;

/** The messages that a text takes: one, and several only where one does not hold it. */
public final class Parts {
  /** What a message holds by Twilio, SMS and WhatsApp alike, in UTF-16 units. */
  private static final int ROOM = 1_600;

  private Parts() {}

  /** The text as it is sent, in order; what is cut begins with {@code (1/2)}. */
  public static List<String> of(ChannelName channel, String text) {
    return switch (channel) {
      case EMAIL -> List.of(text);
      case WHATSAPP -> text.length() <= ROOM ? List.of(text) : Segments.split(text, ROOM);
      case SMS -> ofSms(text);
    };
  }

  /** How long a text may be that fits into so many messages. */
  public static int room(int messages) {
    return messages * ROOM;
  }

  /** On its way a text message's "…" becomes three dots, and a full part would become too long. */
  private static List<String> ofSms(String text) {
    String grown = text.replace("\u2026", "...");
    return grown.length() <= ROOM ? List.of(text) : Segments.split(grown, ROOM);
  }
}
