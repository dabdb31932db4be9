package ai.therapysync.gateway.simulator.network;

import ai.therapysync.conversation.message.Provider;
import java.util.Locale;

/** To which of the gateway's WhatsApp senders a phone writes, and as whom. */
public enum WhatsappBy {
  TWILIO,
  META,
  /** By Meta, which names the gateway a user id in the place of the number. */
  META_WITHOUT_NUMBER;

  /** Who carries it. */
  public Provider provider() {
    return this == TWILIO ? Provider.TWILIO : Provider.META;
  }

  /** The word used on the page. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
