package ai.therapysync.gateway.simulator;

import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.gateway.simulator.demo.DemoPeople;
import ai.therapysync.gateway.simulator.demo.DemoPhone;
import ai.therapysync.gateway.simulator.mail.SimulatedMailServer;
import ai.therapysync.gateway.simulator.meta.MetaAccount;
import ai.therapysync.gateway.simulator.network.Choices;
import ai.therapysync.gateway.simulator.network.Media;
import ai.therapysync.gateway.simulator.network.Pace;
import ai.therapysync.gateway.simulator.network.PhoneNetwork;
import ai.therapysync.gateway.simulator.network.SentText;
import ai.therapysync.gateway.simulator.network.SimulatedMessage;
import ai.therapysync.gateway.simulator.network.Typed;
import ai.therapysync.gateway.simulator.twilio.Account;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The whole simulated outside world: phones with their two providers, and a mail server. */
public final class Simulation implements AutoCloseable {
  private final Account account;
  private final MetaAccount metaAccount;
  private final SimulatedProviders providers;
  private final SimulatedMailServer mail;

  private Simulation(
      Account account,
      MetaAccount metaAccount,
      SimulatedProviders providers,
      SimulatedMailServer mail) {
    this.account = account;
    this.metaAccount = metaAccount;
    this.providers = providers;
    this.mail = mail;
  }

  /** Loopback ports; 0 for a free one. */
  public record Ports(int providers, int smtp) {
    /** Free ones. */
    public static Ports free() {
      return new Ports(0, 0);
    }
  }

  /** Starts both servers. Phones can write as soon as {@link #gatewayAt} has been called. */
  public static Simulation start(Account account, Pace pace, Ports ports, InstantSource clock) {
    MetaAccount meta = MetaAccount.random();
    SimulatedProviders providers =
        SimulatedProviders.start(account, meta, pace, ports.providers(), clock);
    try {
      return new Simulation(
          account, meta, providers, SimulatedMailServer.start(ports.smtp(), clock));
    } catch (RuntimeException e) {
      providers.close();
      throw e;
    }
  }

  /** Where the gateway's public URL is. */
  public void gatewayAt(URI publicUrl) {
    providers.gatewayAt(publicUrl);
  }

  /** Where the phones think that the gateway is. */
  public Optional<URI> gateway() {
    return providers.gateway();
  }

  /** {@code TWILIO_API_BASE_URL} and {@code META_API_BASE_URL}. */
  public URI apiBase() {
    return providers.apiBase();
  }

  /** {@code SMTP_URL}. */
  public URI smtpUrl() {
    return URI.create("smtp://127.0.0.1:" + mail.port());
  }

  /** Sid, token and senders to configure the gateway with. */
  public Account account() {
    return account;
  }

  /** Id, secret and tokens to configure the gateway with, where it is to speak to Meta. */
  public MetaAccount metaAccount() {
    return metaAccount;
  }

  /** The phones that the page shows from the beginning. */
  public List<DemoPhone> phones() {
    return DemoPeople.phones();
  }

  /** What is on the phones, and what goes wrong with them. */
  public PhoneNetwork network() {
    return providers.network();
  }

  /** What is in the mailboxes. */
  public SimulatedMailServer mail() {
    return mail;
  }

  /** Someone types and sends. */
  public SentText text(String from, ChannelName channel, String body, List<Media> media) {
    return providers.text(Typed.words(from, channel, name(from), body, media));
  }

  /** Someone taps a choice of a message; empty when that message offers no such choice. */
  public Optional<SentText> tap(String message, String choice) {
    return network()
        .find(message)
        .flatMap(found ->
            found
                .content()
                .choices()
                .flatMap(choices ->
                    choices
                        .find(choice)
                        .map(one -> tapped(found, choices.list().isPresent(), one))));
  }

  private SentText tapped(SimulatedMessage message, boolean list, Choices.Choice choice) {
    String from = message.line().phone();
    return providers.tap(
        new Typed(
            from,
            message.line().channel(),
            name(from),
            choice.title(),
            List.of(),
            Optional.of(new Typed.Tap(message.sid(), list, choice))));
  }

  private String name(String number) {
    return phones().stream()
        .filter(phone -> phone.number().equals(number))
        .map(DemoPhone::name)
        .findFirst()
        .orElse(number);
  }

  /** The phone is in its holder's hands for a while: WhatsApp messages on it are read. */
  public void lookAt(String number, ChannelName channel) {
    providers.lookAt(number, channel);
  }

  @Override
  public void close() {
    mail.close();
    providers.close();
  }
}
