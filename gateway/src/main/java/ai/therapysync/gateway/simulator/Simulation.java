package ai.therapysync.gateway.simulator;

import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.gateway.simulator.demo.DemoPeople;
import ai.therapysync.gateway.simulator.demo.DemoPhone;
import ai.therapysync.gateway.simulator.mail.SimulatedMailServer;
import ai.therapysync.gateway.simulator.network.Account;
import ai.therapysync.gateway.simulator.network.Media;
import ai.therapysync.gateway.simulator.network.Pace;
import ai.therapysync.gateway.simulator.network.PhoneNetwork;
import ai.therapysync.gateway.simulator.network.SentText;
import ai.therapysync.gateway.simulator.network.SimulatedTwilio;
import ai.therapysync.gateway.simulator.network.Typed;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The whole simulated outside world: a provider with phones, and a mail server. */
public final class Simulation implements AutoCloseable {
  private final Account account;
  private final SimulatedTwilio twilio;
  private final SimulatedMailServer mail;

  private Simulation(Account account, SimulatedTwilio twilio, SimulatedMailServer mail) {
    this.account = account;
    this.twilio = twilio;
    this.mail = mail;
  }

  /** Loopback ports; 0 for a free one. */
  public record Ports(int twilio, int smtp) {
    /** Free ones. */
    public static Ports free() {
      return new Ports(0, 0);
    }
  }

  /** Starts both servers. Phones can write as soon as {@link #gatewayAt} has been called. */
  public static Simulation start(Account account, Pace pace, Ports ports, InstantSource clock) {
    SimulatedTwilio twilio = SimulatedTwilio.start(account, pace, ports.twilio(), clock);
    try {
      return new Simulation(account, twilio, SimulatedMailServer.start(ports.smtp(), clock));
    } catch (RuntimeException e) {
      twilio.close();
      throw e;
    }
  }

  /** Where the gateway's public URL is. */
  public void gatewayAt(URI publicUrl) {
    twilio.gatewayAt(publicUrl);
  }

  /** Where the phones think that the gateway is. */
  public Optional<URI> gateway() {
    return twilio.gateway();
  }

  /** {@code TWILIO_API_BASE_URL}. */
  public URI apiBase() {
    return twilio.apiBase();
  }

  /** {@code SMTP_URL}. */
  public URI smtpUrl() {
    return URI.create("smtp://127.0.0.1:" + mail.port());
  }

  /** Sid, token and senders to configure the gateway with. */
  public Account account() {
    return account;
  }

  /** The phones that the page shows from the beginning. */
  public List<DemoPhone> phones() {
    return DemoPeople.phones();
  }

  /** What is on the phones, and what goes wrong with them. */
  public PhoneNetwork network() {
    return twilio.network();
  }

  /** What is in the mailboxes. */
  public SimulatedMailServer mail() {
    return mail;
  }

  /** Someone types and sends. */
  public SentText text(String from, ChannelName channel, String body, List<Media> media) {
    String name =
        phones().stream()
            .filter(phone -> phone.number().equals(from))
            .map(DemoPhone::name)
            .findFirst()
            .orElse(from);
    return twilio.text(new Typed(from, channel, name, body, media));
  }

  /** The phone is in its holder's hands for a while: WhatsApp messages on it are read. */
  public void lookAt(String number, ChannelName channel) {
    twilio.lookAt(number, channel);
  }

  @Override
  public void close() {
    mail.close();
    twilio.close();
  }
}
