package ai.therapysync.gateway.wiring;

import ai.therapysync.gateway.config.Configuration;
import ai.therapysync.gateway.config.DatabaseSettings;
import ai.therapysync.gateway.config.StorageSettings;
import ai.therapysync.migrations.Migrations;
import ai.therapysync.persistence.database.Database;
import ai.therapysync.persistence.sealing.Sealer;
import java.util.Optional;

/** The open database and the keys that seal what stands in it. */
public record Store(Database database, Sealer sealer, Keys keys) {
  private static final int POOL_SIZE = 16;

  /** Migrates, opens the pool and reads the keyset; parts are closed by their owner. */
  static Store open(Configuration configuration, Parts parts) {
    StorageSettings storage = configuration.storage();
    DatabaseSettings settings =
        storage
            .database()
            .orElseGet(
                () -> parts.add(EmbeddedDatabase.forGateway(storage.dataDirectory())).settings());
    migrate(settings);
    Database database =
        parts.add(
            Database.open(
                settings.jdbcUrl(), settings.user(), settings.password().reveal(), POOL_SIZE));
    Keys keys = Keys.orMade(storage);
    return new Store(database, new Sealer(keys.keyset()), keys);
  }

  /**
   * The keys that the gateway on this configuration seals with; empty where none were made yet, and
   * a command must make none: what it sealed, nobody could open.
   */
  public static Optional<Sealer> sealer(StorageSettings storage) {
    return Keys.of(storage).map(keys -> new Sealer(keys.keyset()));
  }

  private static void migrate(DatabaseSettings settings) {
    try (Database database =
        Database.openForMigrations(
            settings.jdbcUrl(), settings.user(), settings.password().reveal())) {
      new Migrations(database.dataSource()).migrate();
    }
  }
}
