package ai.therapysync.gateway.story;

import ai.therapysync.gateway.config.Command;
import ai.therapysync.gateway.config.Configuration;
import ai.therapysync.gateway.config.ConfigurationReader;
import ai.therapysync.gateway.simulator.Simulation;
import ai.therapysync.gateway.simulator.meta.MetaAccount;
import ai.therapysync.gateway.simulator.network.Pace;
import ai.therapysync.gateway.simulator.twilio.Account;
import ai.therapysync.gateway.web.WebModule;
import ai.therapysync.gateway.wiring.Extras;
import ai.therapysync.gateway.wiring.Gateway;
import ai.therapysync.gateway.wiring.IncidentDesk;
import ai.therapysync.gateway.wiring.Store;
import ai.therapysync.persistence.TestDatabase;
import ai.therapysync.persistence.sealing.Keyset;
import ai.therapysync.persistence.sealing.Sealer;
import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

/** A gateway with its database and a simulated phone network, and the people of a story. */
final class World implements AutoCloseable {
  static final String SMS = "+12025550100";
  static final String WHATSAPP = "+12025550101";

  final MovableClock clock = new MovableClock();
  final TestDatabase database = TestDatabase.fresh();
  final Simulation simulation;

  /** What the gateway has said to its database. */
  final Statements statements = new Statements();

  private final List<JavalinConfig> servers = new CopyOnWriteArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private final int port;
  private Gateway gateway;

  private World(Function<Simulation, Map<String, String>> changes) {
    simulation = Simulation.start(Account.random(), Pace.quick(), Simulation.Ports.free(), clock);
    port = freePort();
    environment.putAll(environment());
    environment.putAll(changes.apply(simulation));
    simulation.gatewayAt(URI.create("http://localhost:" + port));
    gateway = start();
  }

  static World open() {
    return new World(_ -> Map.of());
  }

  /** Without the pauses that a real sender's rate asks for. */
  static World brisk() {
    return brisk(Map.of());
  }

  static World brisk(Map<String, String> changes) {
    Map<String, String> all = new HashMap<>(changes);
    all.put("SMS_SEGMENTS_PER_SECOND", "1000");
    return new World(_ -> all);
  }

  /** With WhatsApp by the simulated Meta besides, for the phones that write to it. */
  static World withMeta(Map<String, String> changes) {
    return new World(simulation -> {
      Map<String, String> all = new HashMap<>(changes);
      all.put("SMS_SEGMENTS_PER_SECOND", "1000");
      MetaAccount account = simulation.metaAccount();
      all.put("META_APP_SECRET", account.appSecret());
      all.put("META_VERIFY_TOKEN", account.verifyToken());
      all.put("META_ACCESS_TOKEN", account.accessToken());
      all.put("META_PHONE_NUMBER_ID", account.phoneNumberId());
      all.put("META_API_BASE_URL", simulation.apiBase().toString());
      return all;
    });
  }

  static World with(Map<String, String> changes) {
    return new World(_ -> changes);
  }

  /** Takes the gateway down in good order, and starts another on the same database. */
  void restart() {
    gateway.close();
    gateway = start();
  }

  /** The same with other settings. */
  void restart(Map<String, String> changes) {
    environment.putAll(changes);
    restart();
  }

  void stop() {
    gateway.close();
  }

  URI url() {
    return URI.create("http://localhost:" + port);
  }

  String set(String variable) {
    return Objects.requireNonNull(environment.get(variable));
  }

  Someone person(String name, String number) {
    return Someone.inCare(this, name, number);
  }

  Contact contact(Someone person, String name, String number, String email) {
    return Contact.of(this, person, name, number, email);
  }

  /** An operator's hand, as the command line has it. */
  IncidentDesk desk() {
    return new IncidentDesk(
        ConfigurationReader.read(environment, Command.TOOL),
        database.database(),
        new Sealer(Keyset.parse(set("GATEWAY_KEYSET"))));
  }

  /** A page that needs no login. */
  String page(String path) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(url().resolve(path)).build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(path, e);
    }
  }

  /** What the server has mounted, each as {@code GET /path}. */
  List<String> routes() {
    return servers.getLast().unsafe.internalRouter.allHttpHandlers().stream()
        .map(route -> route.endpoint.method + " " + route.endpoint.path)
        .toList();
  }

  Jdbi sql() {
    return database.database().jdbi();
  }

  /** One value of a query without arguments. */
  String one(String query) {
    return sql().withHandle(handle -> handle.createQuery(query).mapTo(String.class).one());
  }

  void run(String statement) {
    sql().useHandle(handle -> handle.execute(statement));
  }

  @Override
  public void close() {
    gateway.close();
    simulation.close();
    database.close();
  }

  /** One more node on the same database; who asks for it closes it. */
  Gateway another() {
    Map<String, String> its = new HashMap<>(environment);
    its.put("GATEWAY_PORT", String.valueOf(freePort()));
    return start(its);
  }

  private Gateway start() {
    return start(environment);
  }

  private Gateway start(Map<String, String> environment) {
    Configuration configuration = ConfigurationReader.read(environment, Command.SERVE);
    return Gateway.start(
        configuration,
        new Extras() {
          @Override
          public InstantSource clock() {
            return clock;
          }

          @Override
          public List<WebModule> prepare(Store store) {
            store.database().jdbi().setSqlLogger(statements);
            return List.of(servers::add);
          }
        });
  }

  private Map<String, String> environment() {
    Account account = simulation.account();
    return Map.ofEntries(
        Map.entry("GATEWAY_PORT", String.valueOf(port)),
        Map.entry("GATEWAY_BIND", "127.0.0.1"),
        Map.entry("GATEWAY_PUBLIC_URL", "http://localhost:" + port),
        Map.entry("GATEWAY_KEYSET", Keyset.create().json()),
        Map.entry("DATABASE_URL", database.jdbcUrl() + "?user=postgres&password=postgres"),
        Map.entry("TWILIO_ACCOUNT_SID", account.sid()),
        Map.entry("TWILIO_AUTH_TOKEN", account.authToken()),
        Map.entry("TWILIO_SMS_FROM", SMS),
        Map.entry("TWILIO_WHATSAPP_FROM", WHATSAPP),
        Map.entry("TWILIO_API_BASE_URL", simulation.apiBase().toString()),
        // Twilio is asked in stories that are about it.
        Map.entry("TWILIO_RECONCILE_EVERY", "PT0S"),
        Map.entry("SMTP_URL", simulation.smtpUrl().toString()),
        Map.entry("SMTP_FROM", "care@therapysync.example"),
        Map.entry("AUTH_JWT_SECRET", Client.SECRET),
        Map.entry("OPERATOR_ALERT_EMAIL", "desk@therapysync.example"));
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
