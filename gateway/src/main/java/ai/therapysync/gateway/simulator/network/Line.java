package ai.therapysync.gateway.simulator.network;

import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.Provider;

/**
 * A phone and a sender of the gateway that write to each other on one channel.
 *
 * @param phone E.164
 * @param sender Twilio's in E.164, Meta's by its id
 */
public record Line(ChannelName channel, String phone, String sender) {
  /** Who carries it. */
  public Provider provider() {
    return Provider.ofSender(channel, sender);
  }

  /** How Twilio writes the phone's number on this channel. */
  public String phoneOnWire() {
    return onWire(phone);
  }

  /** How Twilio writes the sender's number on this channel. */
  public String senderOnWire() {
    return onWire(sender);
  }

  private String onWire(String number) {
    return channel == ChannelName.WHATSAPP ? "whatsapp:" + number : number;
  }
}
