package ai.therapysync.gateway.wiring;

import ai.therapysync.gateway.config.DatabaseSettings;
import ai.therapysync.gateway.config.Secret;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The PostgreSQL that comes with the gateway. One gateway holds it; beside a live one, commands use
 * it and leave it running.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final DatabaseSettings settings;
  private final AutoCloseable held;

  private EmbeddedDatabase(DatabaseSettings settings, AutoCloseable held) {
    this.settings = settings;
    this.held = held;
  }

  /**
   * Starts it for a gateway.
   *
   * @throws EmbeddedDatabaseFault when another gateway holds it, or it does not start
   */
  public static EmbeddedDatabase forGateway(Path dataDirectory) {
    DataDirectory files = DataDirectory.at(dataDirectory);
    DataLock lock =
        take(files, DataLock.Holder.GATEWAY)
            .orElseThrow(() ->
                new EmbeddedDatabaseFault(
                    "Another gateway runs on the embedded database in "
                        + files.root()
                        + ": stop it, or set GATEWAY_DATA_DIR to another directory"));
    return start(files, lock);
  }

  /**
   * Uses the one that a live gateway holds, or starts it for as long as a command runs.
   *
   * @throws EmbeddedDatabaseFault when it does not start
   */
  public static EmbeddedDatabase forCommand(Path dataDirectory) {
    DataDirectory files = DataDirectory.at(dataDirectory);
    return take(files, DataLock.Holder.COMMAND)
        .map(lock -> start(files, lock))
        .orElseGet(() -> join(files));
  }

  /** How to connect. */
  public DatabaseSettings settings() {
    return settings;
  }

  @Override
  public void close() {
    try {
      held.close();
    } catch (Exception e) {
      throw new IllegalStateException("The embedded database did not stop", e);
    }
  }

  /** Waits while a short command has the lock; empty when a gateway has it. */
  private static Optional<DataLock> take(DataDirectory files, DataLock.Holder holder) {
    Taking taking = new Taking(files, holder);
    if (!Waiting.until(taking::isDecided, PATIENCE)) {
      throw new EmbeddedDatabaseFault(
          "Another command has been using the embedded database in "
              + files.root()
              + " for a minute: wait until it is done, then start again");
    }
    return taking.lock;
  }

  private static EmbeddedDatabase start(DataDirectory files, DataLock lock) {
    try {
      EmbeddedPostgres postgres = new PostgresServer(files).start();
      return new EmbeddedDatabase(settings(files, postgres.getPort()), () -> stop(postgres, lock));
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static EmbeddedDatabase join(DataDirectory files) {
    boolean ready =
        Waiting.until(
            () ->
                Postmaster.of(files.postgres())
                    .filter(server -> server.ready() && server.isRunning())
                    .isPresent(),
            PATIENCE);
    if (!ready) {
      throw new EmbeddedDatabaseFault(
          "A gateway holds the embedded database in "
              + files.root()
              + ", but PostgreSQL does not answer there: look at "
              + files.log());
    }
    int port = Postmaster.of(files.postgres()).map(Postmaster::port).orElseThrow();
    return new EmbeddedDatabase(settings(files, port), () -> {});
  }

  private static DatabaseSettings settings(DataDirectory files, int port) {
    return new DatabaseSettings(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
        "postgres",
        new Secret(files.password()));
  }

  private static void stop(EmbeddedPostgres postgres, DataLock lock) {
    try (lock) {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An attempt that ends when the lock is ours, or known to be a gateway's. */
  private static final class Taking {
    private final DataDirectory files;
    private final DataLock.Holder holder;
    private Optional<DataLock> lock = Optional.empty();

    Taking(DataDirectory files, DataLock.Holder holder) {
      this.files = files;
      this.holder = holder;
    }

    boolean isDecided() {
      lock = DataLock.tryTake(files.lock(), holder);
      return lock.isPresent() || DataLock.isGateways(files.lock());
    }
  }
}
