package ai.therapysync.gateway.channel.meta;

import ai.therapysync.conversation.message.Address;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.crisis.people.PhoneNumber;
import ai.therapysync.gateway.channel.Channel;
import ai.therapysync.gateway.channel.ChannelContract;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** The contract with Meta's API behind it. */
final class MetaContractTest extends ChannelContract {
  private final MetaDouble meta = new MetaDouble();
  private final Channel channel =
      new MetaChannel(meta.settings(), CLOCK, Duration.ofSeconds(1), LIMIT);

  @AfterEach
  void stop() {
    meta.close();
  }

  @Override
  protected Channel channel() {
    return channel;
  }

  @Override
  protected Channel unreachable() {
    URI nowhere = URI.create("http://127.0.0.1:" + closedPort());
    return new MetaChannel(MetaDouble.settings(nowhere), CLOCK, Duration.ofSeconds(1), LIMIT);
  }

  @Override
  protected ChannelName name() {
    return ChannelName.WHATSAPP;
  }

  @Override
  protected Address recipient() {
    return new Address.OfNumber(new PhoneNumber("+14155550123"));
  }

  @Override
  protected void providerAccepts() {
    meta.accepts();
  }

  @Override
  protected void providerRefusesAddress() {
    meta.refuses(400, 131026);
  }

  @Override
  protected void providerIsBusy() {
    meta.refuses(429, 130429);
  }

  @Override
  protected void providerKeepsSilent() {
    meta.keepsSilent();
  }

  @Override
  protected void providerHangsUp() {
    meta.breaksOff();
  }

  @Override
  protected List<String> idsSeen() {
    return meta.calls().stream().map(MetaDouble.Call::ours).toList();
  }
}
