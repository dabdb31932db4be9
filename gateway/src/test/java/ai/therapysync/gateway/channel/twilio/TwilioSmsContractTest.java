package ai.therapysync.gateway.channel.twilio;

import ai.therapysync.conversation.message.ChannelName;

/** Twilio's SMS as a channel. */
final class TwilioSmsContractTest extends TwilioContract {
  @Override
  protected ChannelName name() {
    return ChannelName.SMS;
  }
}
