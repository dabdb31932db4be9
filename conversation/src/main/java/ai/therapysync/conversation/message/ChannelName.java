package ai.therapysync.conversation.message;

import java.util.Locale;

/** A way to reach someone; the word is the schema's. */
public enum ChannelName {
  SMS,
  WHATSAPP,
  EMAIL;

  /** {@code sms}, {@code whatsapp}, {@code email}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The channel of a word that {@link #word()} gave. */
  public static ChannelName of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
