package ai.therapysync.gateway.crash;

import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.gateway.simulator.Simulation;
import ai.therapysync.gateway.simulator.network.Pace;
import ai.therapysync.gateway.simulator.twilio.Account;
import ai.therapysync.gateway.story.Await;
import ai.therapysync.persistence.TestDatabase;
import ai.therapysync.persistence.sealing.Keyset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Where nodes run: a database, a phone network and a public address, each at the end of a cable.
 */
final class Site implements AutoCloseable {
  final TestDatabase database = TestDatabase.fresh();
  final Simulation simulation;
  final Cable toDatabase;
  final Cable toProvider;
  final Cable door;
  private final Path logs;
  private final Map<String, String> environment = new HashMap<>();
  private final List<Node> nodes = new ArrayList<>();

  /** Receipts come after {@code receipts}; {@code changes} to the environment of every node. */
  Site(Path logs, Duration receipts, Map<String, String> changes) {
    this.logs = logs;
    Pace pace =
        new Pace(
            receipts, Duration.ofSeconds(20), Duration.ofSeconds(12), Duration.ofSeconds(30), true);
    simulation =
        Simulation.start(Account.random(), pace, Simulation.Ports.free(), InstantSource.system());
    toDatabase = Cable.to(URI.create(database.jdbcUrl().substring("jdbc:".length())).getPort());
    toProvider = Cable.to(simulation.apiBase().getPort());
    door = Cable.to(1);
    environment.putAll(environment());
    environment.putAll(changes);
    simulation.gatewayAt(URI.create("http://localhost:" + door.port()));
  }

  /** Another node on the same database; it has yet to become ready. */
  Node node() {
    Node node =
        Node.launch(environment, freePort(), logs.resolve("node-" + (nodes.size() + 1) + ".log"));
    nodes.add(node);
    return node;
  }

  /** Providers and phones reach this node from now on. */
  void leadTo(Node node) {
    door.leadTo(node.port());
  }

  /** Someone in care with a verified number, whose answers wait so many seconds. */
  UUID person(String name, String number, int delay) {
    UUID id = UUID.randomUUID();
    String mail = id + "@example.org";
    database.run(
        """
        INSERT INTO auth.users (id, email) VALUES ('%1$s', '%2$s');
        INSERT INTO profiles (id, email, name) VALUES ('%1$s', '%2$s', '%3$s Vale');
        INSERT INTO whatsapp_integrations (user_id, phone_number, is_verified)
          VALUES ('%1$s', '%4$s', true);
        INSERT INTO whatsapp_config (user_id, response_delay_seconds) VALUES ('%1$s', %5$d)
        """
            .formatted(id, mail, name, number, delay));
    return id;
  }

  /** Someone who is asked for help, after those who were named before. */
  void contact(UUID person, String name, String number) {
    database.run(
        ("INSERT INTO emergency_contacts (user_id, name, phone_number, created_at)"
                + " VALUES ('%s', '%s', '%s', clock_timestamp())")
            .formatted(person, name, number));
  }

  /** By SMS; what the gateway answers to the webhook is known later. */
  CompletableFuture<Integer> texts(String number, String words) {
    return simulation.text(number, ChannelName.SMS, words, List.of()).answer();
  }

  /** What Twilio posts when that phone writes: the same form each time that it is posted. */
  Webhook webhook(String number, String words) {
    return Webhook.of(
        simulation.account(), URI.create("http://localhost:" + door.port()), number, words);
  }

  /** What the phone shows of ours, oldest first. */
  List<String> shows(String number) {
    return simulation.network().on(number, ChannelName.SMS).stream()
        .filter(message -> !message.fromPhone())
        .map(message -> message.content().body())
        .toList();
  }

  /** Nobody else writes to these tables until it is closed. */
  AutoCloseable hold(String tables) {
    try {
      Connection connection = database.database().dataSource().getConnection();
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        statement.execute("SET LOCAL idle_in_transaction_session_timeout = 0");
        statement.execute("LOCK TABLE " + tables + " IN SHARE MODE");
      }
      return () -> {
        connection.rollback();
        connection.setAutoCommit(true);
        connection.close();
      };
    } catch (SQLException e) {
      throw new IllegalStateException("The table can't be held", e);
    }
  }

  /** Waits until the phone shows so many messages of ours. */
  void shows(String number, int messages) {
    Await.until(
        messages + " messages on " + number + " instead of " + shows(number).size(),
        () -> shows(number).size() >= messages);
  }

  /** Waits until so many transactions stand before a lock. */
  void isHeldUp(int transactions) {
    is(
        Integer.toString(transactions),
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            + " AND wait_event_type = 'Lock'");
  }

  /** Waits until a query's one value is this. */
  void is(String value, String query) {
    within(Duration.ofSeconds(15), value, query);
  }

  void within(Duration patience, String value, String query) {
    Await.within(
        patience,
        value + " from " + query + " instead of " + database.value(query),
        () -> database.value(query).equals(value));
  }

  /** Waits until nothing is left to do: no turn, no message, no task that anybody holds. */
  void isQuiet(Duration patience) {
    within(
        patience,
        "0",
        """
        SELECT (SELECT count(*) FROM gateway.turns WHERE state IN ('waiting', 'taken'))
          + (SELECT count(*) FROM gateway.outbox WHERE state IN ('waiting', 'sending'))
          + (SELECT count(*) FROM gateway.tasks WHERE task_name IN ('turn', 'delivery'))
          + (SELECT count(*) FROM gateway.crisis_tasks WHERE picked OR execution_time < now())
        """);
  }

  @Override
  public void close() {
    nodes.forEach(Node::close);
    door.close();
    toProvider.close();
    toDatabase.close();
    simulation.close();
    database.close();
  }

  private Map<String, String> environment() {
    Account account = simulation.account();
    String name = database.jdbcUrl().substring(database.jdbcUrl().lastIndexOf('/'));
    return Map.ofEntries(
        Map.entry("GATEWAY_BIND", "127.0.0.1"),
        Map.entry("GATEWAY_PUBLIC_URL", "http://localhost:" + door.port()),
        Map.entry("GATEWAY_KEYSET", Keyset.create().json()),
        Map.entry(
            "DATABASE_URL", "postgresql://postgres:postgres@127.0.0.1:" + toDatabase.port() + name),
        Map.entry("TWILIO_ACCOUNT_SID", account.sid()),
        Map.entry("TWILIO_AUTH_TOKEN", account.authToken()),
        Map.entry("TWILIO_SMS_FROM", account.sender(ChannelName.SMS)),
        Map.entry("TWILIO_API_BASE_URL", "http://127.0.0.1:" + toProvider.port()),
        Map.entry("SMS_SEGMENTS_PER_SECOND", "50"),
        Map.entry("SMTP_URL", simulation.smtpUrl().toString()),
        Map.entry("SMTP_FROM", "care@therapysync.example"),
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
