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

  /** The provider of a word that {@link #word()} gave. */
  public static Provider of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
