package ai.therapysync.gateway.simulator;

import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.Provider;
import ai.therapysync.gateway.simulator.meta.MetaAccount;
import ai.therapysync.gateway.simulator.meta.SimulatedMeta;
import ai.therapysync.gateway.simulator.network.Backbone;
import ai.therapysync.gateway.simulator.network.Pace;
import ai.therapysync.gateway.simulator.network.PhoneNetwork;
import ai.therapysync.gateway.simulator.network.SentText;
import ai.therapysync.gateway.simulator.network.Typed;
import ai.therapysync.gateway.simulator.twilio.Account;
import ai.therapysync.gateway.simulator.twilio.SimulatedTwilio;
import io.javalin.Javalin;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** The phones with both of their providers, whose APIs share a loopback port. */
public final class SimulatedProviders implements AutoCloseable {
  private static final Duration LOOK = Duration.ofSeconds(25);

  private final Backbone backbone;
  private final SimulatedTwilio twilio;
  private final SimulatedMeta meta;
  private final Javalin server;

  private SimulatedProviders(Account account, MetaAccount metaAccount, Backbone backbone) {
    this.backbone = backbone;
    this.twilio = new SimulatedTwilio(account, backbone);
    this.meta = new SimulatedMeta(metaAccount, backbone);
    this.server =
        Javalin.create(config -> {
          config.startup.showJavalinBanner = false;
          config.concurrency.useVirtualThreads = true;
          twilio.mount(config.routes);
          meta.mount(config.routes);
        });
  }

  /**
   * Starts on loopback.
   *
   * @param port 0 for a free one
   */
  public static SimulatedProviders start(
      Account account, MetaAccount metaAccount, Pace pace, int port, InstantSource clock) {
    Backbone backbone = new Backbone(pace, clock);
    SimulatedProviders providers = new SimulatedProviders(account, metaAccount, backbone);
    try {
      providers.server.start("127.0.0.1", port);
    } catch (RuntimeException e) {
      backbone.close();
      throw e;
    }
    return providers;
  }

  /** Where the APIs are: {@code TWILIO_API_BASE_URL}, {@code META_API_BASE_URL}. */
  public URI apiBase() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  /** The phones. */
  public PhoneNetwork network() {
    return backbone.network();
  }

  /** Where the gateway's public URL is; from now on phones can write to it. */
  public void gatewayAt(URI publicUrl) {
    backbone.gatewayAt(publicUrl);
  }

  /** Where the gateway is, once it is known. */
  public Optional<URI> gateway() {
    return backbone.gateway();
  }

  /** Someone types and sends, by WhatsApp to the sender that their phone writes to. */
  public SentText text(Typed typed) {
    boolean byMeta =
        typed.channel() == ChannelName.WHATSAPP
            && network().whatsappBy(typed.from()).provider() == Provider.META;
    return byMeta ? meta.text(typed) : twilio.text(typed);
  }

  /** Someone taps a choice of a message that Meta brought. */
  SentText tap(Typed typed) {
    return meta.text(typed);
  }

  /** The phone is in its holder's hands for the next 25 seconds: WhatsApp messages are read. */
  public void lookAt(String number, ChannelName channel) {
    PhoneNetwork.Phone phone = new PhoneNetwork.Phone(channel, number);
    network().lookAt(phone, backbone.clock().instant().plus(LOOK));
    Thread.ofVirtual()
        .start(() -> {
          twilio.read(phone);
          meta.read(phone);
        });
  }

  @Override
  public void close() {
    server.stop();
    backbone.close();
  }
}
