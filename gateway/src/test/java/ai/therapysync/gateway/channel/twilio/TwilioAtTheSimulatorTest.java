package ai.therapysync.gateway.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.message.Address;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.OutboundId;
import ai.therapysync.conversation.message.OutboundMessage;
import ai.therapysync.crisis.people.PhoneNumber;
import ai.therapysync.gateway.channel.Fate;
import ai.therapysync.gateway.channel.SendOutcome;
import ai.therapysync.gateway.config.Secret;
import ai.therapysync.gateway.config.TwilioSettings;
import ai.therapysync.gateway.simulator.SimulatedProviders;
import ai.therapysync.gateway.simulator.meta.MetaAccount;
import ai.therapysync.gateway.simulator.network.Fault;
import ai.therapysync.gateway.simulator.network.Pace;
import ai.therapysync.gateway.simulator.twilio.Account;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The channel and the simulated phone network, made apart from each other, agree. */
final class TwilioAtTheSimulatorTest {
  private static final String MAYA = "+12025550141";

  private final InstantSource clock = InstantSource.system();
  private final Account account = Account.random();
  private final SimulatedProviders network =
      SimulatedProviders.start(account, MetaAccount.random(), Pace.quick(), 0, clock);
  private final TwilioChannel channel =
      new TwilioChannel(settings(), clock, Duration.ofSeconds(1), Duration.ofSeconds(5));

  @AfterEach
  void stop() {
    network.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"SMS", "WHATSAPP"})
  void aMessageReachesThePhone(ChannelName name) {
    assertThat(channel.send(message(name))).isInstanceOf(SendOutcome.Accepted.class);
    assertThat(network.network().on(MAYA, name)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"SMS", "WHATSAPP"})
  void aMessageWhoseAnswerWasLostIsFound(ChannelName name) {
    network.network().fault(MAYA, Fault.LOST_ANSWER);
    OutboundMessage message = message(name);
    Instant since = clock.instant();
    assertThat(channel.send(message)).isInstanceOf(SendOutcome.Unknown.class);
    assertThat(channel.ask(message, since, _ -> false)).isInstanceOf(Fate.Taken.class);
    assertThat(channel.ask(message, since, _ -> true)).isEqualTo(new Fate.NotTaken());
  }

  @Test
  void aMessageThatWasNotTakenIsNotFound() {
    network.network().fault(MAYA, Fault.BROKEN);
    OutboundMessage message = message(ChannelName.SMS);
    Instant since = clock.instant();
    assertThat(channel.send(message)).isInstanceOf(SendOutcome.Unknown.class);
    assertThat(channel.ask(message, since, _ -> false)).isEqualTo(new Fate.NotTaken());
  }

  @Test
  void faultsOfANumberAreUnderstood() {
    network.network().fault(MAYA, Fault.REFUSED);
    assertThat(channel.send(message(ChannelName.SMS)))
        .isInstanceOfSatisfying(
            SendOutcome.Rejected.class,
            r -> assertThat(r.reason()).isEqualTo(SendOutcome.Reason.ADDRESS));
    network.network().fault(MAYA, Fault.THROTTLED);
    assertThat(channel.send(message(ChannelName.SMS))).isInstanceOf(SendOutcome.Throttled.class);
  }

  private TwilioSettings settings() {
    return new TwilioSettings(
        account.sid(),
        new Secret(account.authToken()),
        Optional.empty(),
        Optional.of(account.smsFrom()),
        Optional.of(account.whatsappFrom()),
        Optional.empty(),
        network.apiBase(),
        URI.create("http://127.0.0.1:9"));
  }

  private static OutboundMessage message(ChannelName name) {
    Address maya = new Address.OfNumber(new PhoneNumber(MAYA));
    return new OutboundMessage(
        new OutboundId(UUID.randomUUID()), name, Optional.empty(), maya, "", "I’m here…", true);
  }
}
