package ai.therapysync.conversation.message;

import java.util.Locale;

/** What kind of thing arrived; the word is {@code whatsapp_messages.message_type}. */
public enum MessageType {
  TEXT,
  IMAGE,
  AUDIO,
  VIDEO,
  DOCUMENT,
  STICKER,
  LOCATION,
  CONTACTS,
  BUTTON,
  LIST,
  REACTION,
  ORDER,
  /** New words for an earlier message. */
  EDIT,
  /** An earlier message was taken back. */
  DELETION,
  /** The provider tells of the sender, such as a new number. */
  SYSTEM,
  UNSUPPORTED;

  /** Whether it says nothing that asks for an answer. */
  public boolean isQuiet() {
    return switch (this) {
      case REACTION, DELETION, SYSTEM -> true;
      case TEXT,
          IMAGE,
          AUDIO,
          VIDEO,
          DOCUMENT,
          STICKER,
          LOCATION,
          CONTACTS,
          BUTTON,
          LIST,
          ORDER,
          EDIT,
          UNSUPPORTED ->
          false;
    };
  }

  /** {@code text}, {@code image}, … */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
