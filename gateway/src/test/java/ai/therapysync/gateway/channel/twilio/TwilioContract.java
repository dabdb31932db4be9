package ai.therapysync.gateway.channel.twilio;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import ai.therapysync.conversation.message.Address;
import ai.therapysync.crisis.people.PhoneNumber;
import ai.therapysync.gateway.channel.Channel;
import ai.therapysync.gateway.channel.ChannelContract;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** The contract with Twilio's API behind it. */
abstract class TwilioContract extends ChannelContract {
  private final TwilioDouble twilio = new TwilioDouble();
  private final Channel channel =
      new TwilioChannel(twilio.settings(), CLOCK, Duration.ofSeconds(1), LIMIT);

  @AfterEach
  void stop() {
    twilio.close();
  }

  @Override
  protected Channel channel() {
    return channel;
  }

  @Override
  protected Channel unreachable() {
    URI nowhere = URI.create("http://127.0.0.1:" + closedPort());
    return new TwilioChannel(TwilioDouble.settings(nowhere), CLOCK, Duration.ofSeconds(1), LIMIT);
  }

  @Override
  protected Address recipient() {
    return new Address.OfNumber(new PhoneNumber("+14155550123"));
  }

  @Override
  protected void providerAccepts() {
    twilio.accepts();
  }

  @Override
  protected void providerRefusesAddress() {
    twilio.refuses(400, 21211);
  }

  @Override
  protected void providerIsBusy() {
    twilio.answers(
        aResponse()
            .withStatus(429)
            .withHeader("Retry-After", "7")
            .withBody("{\"code\": 20429, \"message\": \"+14155550123\", \"status\": 429}"));
  }

  @Override
  protected void providerKeepsSilent() {
    twilio.answers(aResponse().withStatus(201).withFixedDelay((int) LIMIT.toMillis() * 3));
  }

  @Override
  protected void providerHangsUp() {
    twilio.breaksOff();
  }

  @Override
  protected List<String> idsSeen() {
    return twilio.posted().stream().map(form -> form.getOrDefault("StatusCallback", "")).toList();
  }
}
