package ai.therapysync.gateway.console.channels;

import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.Provider;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the configuration says of one way in or out; never a secret.
 *
 * @param missing the variables that would switch it on; empty when it is on
 * @param facts what may be shown of it
 * @param webhook what is to be entered at the provider
 */
public record Setup(Kind kind, List<String> missing, List<Fact> facts, Optional<String> webhook) {
  public Setup {
    missing = List.copyOf(missing);
    facts = List.copyOf(facts);
  }

  /** What there is. */
  public enum Kind {
    SMS("SMS by Twilio"),
    WHATSAPP("WhatsApp by Twilio"),
    EMAIL("E-mail"),
    MODEL("Language model"),
    OPERATOR_WEBHOOK("Operators' webhook"),
    META("WhatsApp Cloud by Meta");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    /** The channel that messages go out by; empty for what carries none. */
    public Optional<ChannelName> channel() {
      return switch (this) {
        case SMS -> Optional.of(ChannelName.SMS);
        case WHATSAPP, META -> Optional.of(ChannelName.WHATSAPP);
        case EMAIL -> Optional.of(ChannelName.EMAIL);
        case MODEL, OPERATOR_WEBHOOK -> Optional.empty();
      };
    }

    /** What it is called in a form: {@code sms}, {@code whatsapp}, {@code meta}, … */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The one of a word that {@link #word()} gave. */
    static Kind of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Where at the provider its webhook is entered; empty for what has none. */
    public String webhookHint() {
      return switch (this) {
        case SMS, WHATSAPP ->
            "With POST, for “a message comes in” and its fallback. Status callbacks need no setting.";
        case META ->
            "As the callback of the app's WhatsApp configuration, with your META_VERIFY_TOKEN;"
                + " subscribe to the field messages.";
        case EMAIL, MODEL, OPERATOR_WEBHOOK -> "";
      };
    }

    /** Who carries what goes out by it. */
    public Provider provider() {
      return this == EMAIL ? Provider.SMTP : this == META ? Provider.META : Provider.TWILIO;
    }
  }

  /** A line of what may be shown. */
  public record Fact(String label, String words) {}

  public boolean isOn() {
    return missing.isEmpty();
  }

  /** A number or mailbox in part: enough to know one's own by. */
  public static String inPart(String address) {
    int at = address.lastIndexOf('@');
    if (at > 0) {
      int begins = address.lastIndexOf('<', at) + 1;
      return address.substring(begins, begins + 1) + "…" + address.substring(at).replace(">", "");
    }
    return address.length() < 8
        ? "…"
        : address.substring(0, 4) + "…" + address.substring(address.length() - 3);
  }
}
