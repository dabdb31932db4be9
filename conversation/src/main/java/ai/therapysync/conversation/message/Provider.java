package ai.therapysync.conversation.message;

import java.util.Locale;

/** Who carries a message; ids of messages are unique within one. */
public enum Provider {
  TWILIO,
  META,
  SMTP;

  /** {@code twilio}, {@code meta}, {@code smtp}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Whose a sender of ours is, by the form in which each provider writes its own: by WhatsApp
   * Meta's are ids of digits alone, Twilio's are numbers with a plus.
   */
  public static Provider ofSender(ChannelName channel, String sender) {
    return switch (channel) {
      case EMAIL -> SMTP;
      case SMS -> TWILIO;
      case WHATSAPP -> sender.matches("[0-9]+") ? META : TWILIO;
    };
  }

  /** The provider of a word that {@link #word()} gave. */
  public static Provider of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
