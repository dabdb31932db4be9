package ai.therapysync.gateway.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.therapysync.gateway.config.DatabaseSettings;
import ai.therapysync.persistence.database.Database;
import ai.therapysync.persistence.database.DatabaseAway;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
  @TempDir private Path directory;

  @Test
  void itKeepsItsDataPortAndPasswordAndIsDurable() throws Exception {
    DatabaseSettings first;
    try (EmbeddedDatabase embedded = EmbeddedDatabase.forGateway(directory)) {
      first = embedded.settings();
      ask(first, "CREATE TABLE kept (word text); INSERT INTO kept VALUES ('still here')");
      assertThat(
              List.of(
                  value(first, "SHOW fsync"),
                  value(first, "SHOW synchronous_commit"),
                  value(first, "SHOW full_page_writes"),
                  value(first, "SHOW password_encryption")))
          .containsExactly("on", "on", "on", "scram-sha-256");
    }
    assertThatThrownBy(() -> value(first, "SELECT 1")).isInstanceOf(DatabaseAway.class);

    try (EmbeddedDatabase embedded = EmbeddedDatabase.forGateway(directory)) {
      assertThat(embedded.settings()).isEqualTo(first);
      assertThat(value(first, "SELECT word FROM kept")).isEqualTo("still here");
    }
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(directory.resolve("postgres.password"))))
        .isEqualTo("rw-------");
  }

  @Test
  void nobodyGetsInWithoutThePassword() {
    try (EmbeddedDatabase embedded = EmbeddedDatabase.forGateway(directory)) {
      DatabaseSettings settings = embedded.settings();

      assertThatThrownBy(() -> Database.open(settings.jdbcUrl(), settings.user(), "guess", 1))
          .isInstanceOf(DatabaseAway.class)
          .hasMessageContaining("refuses the user or the password");
    }
  }

  @Test
  void besideALiveGatewayACommandUsesItAndASecondGatewayIsRefused() {
    try (EmbeddedDatabase gateway = EmbeddedDatabase.forGateway(directory)) {
      try (EmbeddedDatabase command = EmbeddedDatabase.forCommand(directory)) {
        assertThat(value(command.settings(), "SELECT 1")).isEqualTo("1");
      }
      assertThat(value(gateway.settings(), "SELECT 1")).isEqualTo("1");
      assertThatThrownBy(() -> EmbeddedDatabase.forGateway(directory))
          .isInstanceOf(EmbeddedDatabaseFault.class)
          .hasMessageContaining("Another gateway runs")
          .hasMessageContaining("GATEWAY_DATA_DIR");
    }
  }

  @Test
  void aCommandAloneStopsWhatItStarted() {
    DatabaseSettings settings;
    try (EmbeddedDatabase command = EmbeddedDatabase.forCommand(directory)) {
      settings = command.settings();
      assertThat(value(settings, "SELECT 1")).isEqualTo("1");
    }
    assertThat(Postmaster.of(directory.resolve("postgres"))).isEmpty();
  }

  @Test
  void whatAKilledGatewayLeftRunningIsStoppedAndItsDataKept() throws Exception {
    Process gateway = spawnGateway();
    try (BufferedReader output = gateway.inputReader(StandardCharsets.UTF_8)) {
      assertThat(output.readLine()).isEqualTo("written");
    }
    gateway.destroyForcibly().waitFor();
    Postmaster orphan = Postmaster.of(directory.toRealPath().resolve("postgres")).orElseThrow();
    assertThat(orphan.isRunning()).isTrue();

    try (EmbeddedDatabase next = EmbeddedDatabase.forGateway(directory)) {
      assertThat(orphan.isRunning()).isFalse();
      assertThat(value(next.settings(), "SELECT word FROM kept")).isEqualTo("committed");
    }
  }

  @Test
  void aFirstStartThatWasCutShortLeavesNothingBehind() throws Exception {
    Path half = Files.createDirectories(directory.resolve("postgres.new"));
    Files.createDirectories(half.resolve("base"));
    Files.writeString(half.resolve("postgresql.conf"), "half = written");
    Files.writeString(directory.resolve("gateway.lock"), "GATEWAY 1\n");

    try (EmbeddedDatabase embedded = EmbeddedDatabase.forGateway(directory)) {
      assertThat(value(embedded.settings(), "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void aPidFileOfAnotherProgramIsNotTakenForPostgres() throws Exception {
    Path postgres = Files.createDirectories(directory.resolve("postgres"));
    long ours = ProcessHandle.current().pid();
    Files.writeString(
        postgres.resolve("postmaster.pid"), ours + "\n" + postgres + "\n1\n5432\n\n\n\nready\n");

    assertThat(Postmaster.of(postgres).map(Postmaster::isRunning)).contains(false);
  }

  private Process spawnGateway() throws Exception {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-cp",
            System.getProperty("java.class.path"),
            KilledGateway.class.getName(),
            directory.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static String value(DatabaseSettings settings, String query) {
    try (Database database = open(settings);
        var connection = database.dataSource().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      return rows.next() ? rows.getString(1) : "no row";
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static void ask(DatabaseSettings settings, String sql) {
    try (Database database = open(settings);
        var connection = database.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Database open(DatabaseSettings settings) {
    return Database.open(settings.jdbcUrl(), settings.user(), settings.password().reveal(), 1);
  }

  /** A gateway in a process of its own, which waits to be killed. */
  static final class KilledGateway {
    private KilledGateway() {}

    public static void main(String[] arguments) throws Exception {
      EmbeddedDatabase embedded = EmbeddedDatabase.forGateway(Path.of(arguments[0]));
      ask(embedded.settings(), "CREATE TABLE kept (word text)");
      ask(embedded.settings(), "INSERT INTO kept VALUES ('committed')");
      System.out.println("written");
      Thread.currentThread().join(Duration.ofMinutes(2).toMillis());
    }
  }
}
