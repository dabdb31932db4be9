package ai.therapysync.gateway.simulator.network;

import ai.therapysync.conversation.message.ChannelName;
import io.javalin.Javalin;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A provider that speaks Twilio's wire protocol both ways: its REST API on a loopback port, and
 * signed webhooks to the gateway.
 */
public final class SimulatedTwilio implements AutoCloseable {
  private static final Duration LOOK = Duration.ofSeconds(25);

  private final InstantSource clock;
  private final PhoneNetwork network;
  private final Postman postman;
  private final ScheduledExecutorService timer;
  private final Receipts receipts;
  private final Texts texts;
  private final Javalin server;
  private final AtomicReference<Optional<URI>> gateway = new AtomicReference<>(Optional.empty());

  private SimulatedTwilio(Account account, Pace pace, InstantSource clock) {
    this.clock = clock;
    this.network = new PhoneNetwork(clock);
    this.postman = new Postman(account.authToken(), pace);
    this.timer =
        new ScheduledThreadPoolExecutor(
            1,
            Thread.ofPlatform().daemon().name("phone-network").factory(),
            new ThreadPoolExecutor.DiscardPolicy());
    this.receipts = new Receipts(account, network, postman, pace, timer);
    this.texts = new Texts(account, network, postman, clock, this::webhook);
    TwilioApi api = new TwilioApi(account, network, receipts, pace, clock);
    this.server =
        Javalin.create(config -> {
          config.startup.showJavalinBanner = false;
          config.concurrency.useVirtualThreads = true;
          api.routes(config.routes);
        });
  }

  /**
   * Starts on loopback.
   *
   * @param port 0 for a free one
   */
  public static SimulatedTwilio start(Account account, Pace pace, int port, InstantSource clock) {
    SimulatedTwilio twilio = new SimulatedTwilio(account, pace, clock);
    twilio.server.start("127.0.0.1", port);
    return twilio;
  }

  /** Where the REST API is: {@code TWILIO_API_BASE_URL}. */
  public URI apiBase() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  /** The phones. */
  public PhoneNetwork network() {
    return network;
  }

  /** Where the gateway's public URL is; from now on phones can write to it. */
  public void gatewayAt(URI publicUrl) {
    gateway.set(Optional.of(publicUrl));
  }

  /** Where the gateway is, once it is known. */
  public Optional<URI> gateway() {
    return gateway.get();
  }

  /** Someone types and sends. */
  public SentText text(Typed typed) {
    return texts.send(typed);
  }

  /** The phone is in its holder's hands for the next 25 seconds: WhatsApp messages are read. */
  public void lookAt(String number, ChannelName channel) {
    PhoneNetwork.Phone phone = new PhoneNetwork.Phone(channel, number);
    network.lookAt(phone, clock.instant().plus(LOOK));
    Thread.ofVirtual().start(() -> receipts.read(phone));
  }

  private URI webhook() {
    URI origin =
        gateway
            .get()
            .orElseThrow(
                () -> new IllegalStateException("The phones don't know yet where the gateway is"));
    return URI.create(origin.toString().replaceAll("/+$", "") + "/webhooks/twilio");
  }

  @Override
  public void close() {
    server.stop();
    timer.shutdownNow();
    postman.close();
  }
}
