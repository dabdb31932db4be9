package ai.therapysync.gateway.channel.twilio;

import ai.therapysync.conversation.message.ChannelName;

/** Twilio's WHATSAPP as a channel. */
final class TwilioWhatsappContractTest extends TwilioContract {
  @Override
  protected ChannelName name() {
    return ChannelName.WHATSAPP;
  }
}
