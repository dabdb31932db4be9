package ai.therapysync.gateway.cli;

import ai.therapysync.gateway.config.Configuration;
import ai.therapysync.gateway.config.DatabaseSettings;
import ai.therapysync.gateway.wiring.EmbeddedDatabase;
import ai.therapysync.persistence.database.Database;
import java.util.function.Function;

/** The database for as long as a command needs it; one that a live gateway holds is left alone. */
final class CommandDatabase {
  private final Configuration configuration;

  CommandDatabase(Configuration configuration) {
    this.configuration = configuration;
  }

  /** Does something with a few connections that have no time limits. */
  <T> T with(Function<Database, T> work) {
    if (configuration.storage().database().isPresent()) {
      return connected(configuration.storage().database().get(), work);
    }
    try (EmbeddedDatabase embedded =
        EmbeddedDatabase.forCommand(configuration.storage().dataDirectory())) {
      return connected(embedded.settings(), work);
    }
  }

  private static <T> T connected(DatabaseSettings settings, Function<Database, T> work) {
    try (Database database =
        Database.openForMigrations(
            settings.jdbcUrl(), settings.user(), settings.password().reveal())) {
      return work.apply(database);
    }
  }
}
