package ai.therapysync.gateway.wiring;

import ai.therapysync.gateway.config.Configuration;
import ai.therapysync.gateway.config.DatabaseSettings;
import ai.therapysync.gateway.config.StorageSettings;
import ai.therapysync.migrations.Migrations;
import ai.therapysync.persistence.database.Database;
import ai.therapysync.persistence.sealing.Keyset;
import ai.therapysync.persistence.sealing.Sealer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The open database and the keys that seal what stands in it. */
public record Store(Database database, Sealer sealer) {
  private static final int POOL_SIZE = 16;
  private static final String KEYSET = "keyset.json";

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
    Keyset keyset =
        configured(storage).orElseGet(() -> Keyset.at(storage.dataDirectory().resolve(KEYSET)));
    return new Store(database, new Sealer(keyset));
  }

  /**
   * The keys that the gateway on this configuration seals with; empty where none were made yet, and
   * a command must make none: what it sealed, nobody could open.
   */
  public static Optional<Sealer> sealer(StorageSettings storage) {
    Path file = storage.dataDirectory().resolve(KEYSET);
    return configured(storage)
        .or(() -> Files.exists(file) ? Optional.of(Keyset.at(file)) : Optional.empty())
        .map(Sealer::new);
  }

  private static Optional<Keyset> configured(StorageSettings storage) {
    return storage.keyset().map(secret -> Keyset.parse(secret.reveal()));
  }

  private static void migrate(DatabaseSettings settings) {
    try (Database database =
        Database.openForMigrations(
            settings.jdbcUrl(), settings.user(), settings.password().reveal())) {
      new Migrations(database.dataSource()).migrate();
    }
  }
}
