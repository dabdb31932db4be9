package ai.therapysync.gateway.wiring;

import ai.therapysync.gateway.config.Configuration;
import ai.therapysync.gateway.config.DatabaseSettings;
import ai.therapysync.gateway.config.HttpSettings;
import ai.therapysync.gateway.telemetry.Telemetry;
import ai.therapysync.gateway.web.Health;
import ai.therapysync.gateway.web.WebServer;
import ai.therapysync.migrations.Migrations;
import ai.therapysync.persistence.database.Database;
import java.util.List;
import java.util.Map;

/** The whole gateway, built from the configuration; closing takes it down in reverse. */
public final class Gateway implements AutoCloseable {
  private static final int POOL_SIZE = 16;

  private final Parts parts;
  private final int port;

  private Gateway(Parts parts, int port) {
    this.parts = parts;
    this.port = port;
  }

  /** Migrates the database, then starts everything in order; unwinds when a part fails. */
  public static Gateway start(Configuration configuration) {
    Parts parts = new Parts();
    try {
      DatabaseSettings settings = database(configuration, parts);
      migrate(settings);
      Database database =
          parts.add(
              Database.open(
                  settings.jdbcUrl(), settings.user(), settings.password().reveal(), POOL_SIZE));
      Telemetry telemetry = parts.add(new Telemetry());
      HttpSettings http = configuration.http();
      WebServer server =
          parts.add(
              WebServer.start(
                  http.bind(), http.port(), List.of(), health(database), telemetry, List.of()));
      return new Gateway(parts, server.port());
    } catch (RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  /** Where it listens. */
  public int port() {
    return port;
  }

  @Override
  public void close() {
    parts.close();
  }

  private static DatabaseSettings database(Configuration configuration, Parts parts) {
    return configuration
        .storage()
        .database()
        .orElseGet(() ->
            parts
                .add(EmbeddedDatabase.forGateway(configuration.storage().dataDirectory()))
                .settings());
  }

  private static void migrate(DatabaseSettings settings) {
    try (Database database =
        Database.openForMigrations(
            settings.jdbcUrl(), settings.user(), settings.password().reveal())) {
      new Migrations(database.dataSource()).migrate();
    }
  }

  private static Health health(Database database) {
    return new Health() {
      @Override
      public boolean canStore() {
        return database.answers();
      }

      @Override
      public Map<String, String> degraded() {
        return Map.of();
      }
    };
  }
}
