package ai.therapysync.conversation.delivery;

import ai.therapysync.conversation.message.Provider;
import ai.therapysync.crisis.language.Language;
import java.util.Locale;

/**
 * A text that WhatsApp has approved for somebody who has not written for a day. It tells nothing
 * private.
 *
 * @param name the provider's for it: Twilio's {@code ContentSid}, Meta's name and language, such as
 *     {@code write_back/pt_BR}
 */
public record Template(Provider provider, Kind kind, Language language, String name) {
  /** What it is for. */
  public enum Kind {
    /** A person is invited to write back, and gets what waits for them then. No variables. */
    REPLY,
    /** A contact is called; its one variable is the address of their page. */
    PAGE;

    /** {@code reply}, {@code page}; the schema's word. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a word that {@link #word()} gave. */
    public static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
