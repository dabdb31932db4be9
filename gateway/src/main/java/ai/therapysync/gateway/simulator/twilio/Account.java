package ai.therapysync.gateway.simulator.twilio;

import ai.therapysync.conversation.message.ChannelName;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * An account with the simulated provider. The token is a secret, though a short-lived one.
 *
 * @param smsFrom E.164
 * @param whatsappFrom E.164
 */
public record Account(
    String sid, String authToken, String messagingServiceSid, String smsFrom, String whatsappFrom) {
  /** A new account with keys made at random and senders from the range kept for fiction. */
  public static Account random() {
    return new Account("AC" + hex(), hex(), "MG" + hex(), "+12025550100", "+12025550101");
  }

  /** The sender of a channel, as the provider writes it on the wire. */
  public String sender(ChannelName channel) {
    return channel == ChannelName.WHATSAPP ? whatsappFrom : smsFrom;
  }

  /** 32 hexadecimal digits. */
  static String hex() {
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public String toString() {
    return "Account[" + sid + "]";
  }
}
