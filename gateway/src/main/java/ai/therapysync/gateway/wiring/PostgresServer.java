package ai.therapysync.gateway.wiring;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

/** Starts PostgreSQL on the data directory, durable and with a password of its own. */
final class PostgresServer {
  private static final Duration STARTUP = Duration.ofSeconds(60);
  private static final Duration SHUTDOWN = Duration.ofSeconds(30);

  private final DataDirectory files;

  PostgresServer(DataDirectory files) {
    this.files = files;
  }

  /** Only to be called by who has the lock: whatever still runs here is then nobody's. */
  EmbeddedPostgres start() {
    Postmaster.of(files.postgres()).ifPresent(PostgresServer::clearAway);
    try {
      if (!Files.exists(files.postgres())) {
        create();
      }
      EmbeddedPostgres postgres = on(files.postgres());
      // The library opens the folder to everybody, and what we execute lies in it.
      Files.setPosixFilePermissions(files.programs(), PosixFilePermissions.fromString("rwx------"));
      return postgres;
    } catch (IOException | RuntimeException e) {
      throw new EmbeddedDatabaseFault(
          "The embedded PostgreSQL does not start on "
              + files.postgres()
              + ": see "
              + files.log()
              + ", or set DATABASE_URL");
    }
  }

  private static void clearAway(Postmaster left) {
    if (left.isRunning()) {
      left.stop(SHUTDOWN);
    }
    left.forget();
  }

  private void create() throws IOException {
    Postmaster.of(files.newPostgres()).ifPresent(PostgresServer::clearAway);
    DataDirectory.removeAll(files.newPostgres());
    on(files.newPostgres()).close();
    Files.move(files.newPostgres(), files.postgres());
  }

  private EmbeddedPostgres on(Path directory) throws IOException {
    String password = files.password();
    return EmbeddedPostgres.builder()
        .setDataDirectory(directory)
        .setOverrideWorkingDirectory(files.programs().toFile())
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setPort(port())
        .setPGStartupWait(STARTUP)
        .setOutputRedirector(ProcessBuilder.Redirect.appendTo(files.log().toFile()))
        .setConnectConfig("password", password)
        .setLocaleConfig("pwfile", files.passwordFile().toString())
        .setLocaleConfig("auth-host", "scram-sha-256")
        .setLocaleConfig("auth-local", "scram-sha-256")
        .setLocaleConfig("locale-provider", "builtin")
        .setLocaleConfig("builtin-locale", "C.UTF-8")
        .setLocaleConfig("locale", "C")
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("max_connections", "100")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "")
        // Statements and the details of errors quote values, and values are private words.
        .setServerConfig("log_min_messages", "log")
        .setServerConfig("log_min_error_statement", "panic")
        .setServerConfig("log_error_verbosity", "terse")
        .start();
  }

  /** The remembered port while it is free, so that tools and bookmarks find it again. */
  private int port() {
    int port = files.rememberedPort().filter(PostgresServer::isFree).orElseGet(() -> freePort(0));
    files.remember(port);
    return port;
  }

  private static boolean isFree(int port) {
    try {
      return freePort(port) == port;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  private static int freePort(int wanted) {
    try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
