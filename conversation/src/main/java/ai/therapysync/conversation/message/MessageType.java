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
  UNSUPPORTED;

  /** {@code text}, {@code image}, … */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
