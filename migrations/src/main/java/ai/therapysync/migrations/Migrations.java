package ai.therapysync.migrations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** Brings a database to the schema that this version of the gateway works on. */
public final class Migrations {
  private static final String SCHEMA = "gateway";
  private static final String HISTORY = "schema_history";
  private static final String LOCATION = "classpath:ai/therapysync/migrations/sql";
  private static final Pattern FILE = Pattern.compile("V(\\d+)__\\w+\\.sql");
  private static final int STEP = 10;

  private final DataSource dataSource;
  private final Flyway flyway;

  /**
   * @param dataSource connections of the login that owns, or is to own, the tables
   */
  public Migrations(DataSource dataSource) {
    this.dataSource = dataSource;
    this.flyway =
        Flyway.configure()
            .dataSource(dataSource)
            .locations(LOCATION)
            .failOnMissingLocations(true)
            .schemas(SCHEMA)
            .defaultSchema(SCHEMA)
            .table(HISTORY)
            .placeholderReplacement(false)
            .validateMigrationNaming(true)
            .cleanDisabled(true)
            .load();
  }

  /**
   * Applies what is pending; does nothing when nothing is.
   *
   * @throws MissingPrivileges if the login may not, with the SQL that an administrator must run
   * @throws ForeignSchema if what was applied before is not what this version applies
   */
  public void migrate() {
    boolean pending = flyway.info().pending().length > 0;
    try (var connection = dataSource.getConnection()) {
      new Groundwork(connection).prepare(pending);
    } catch (SQLException e) {
      throw new IllegalStateException("The database refused to be prepared: " + e.getMessage(), e);
    }
    try {
      flyway.migrate();
    } catch (FlywayValidateException e) {
      throw new ForeignSchema(differing(), e);
    }
  }

  private List<String> differing() {
    return flyway.validateWithResult().invalidMigrations.stream()
        .map(invalid -> Optional.ofNullable(invalid.version).orElse("without a number"))
        .toList();
  }

  /** Every migration, in order. */
  public List<SchemaVersion> info() {
    return Arrays.stream(flyway.info().all())
        .filter(migration -> migration.getVersion() != null)
        .map(Migrations::version)
        .toList();
  }

  private static SchemaVersion version(MigrationInfo migration) {
    return new SchemaVersion(
        migration.getVersion().getVersion(),
        migration.getDescription(),
        migration.getState().getDisplayName(),
        Optional.ofNullable(migration.getInstalledOn()).map(java.util.Date::toInstant));
  }

  /**
   * Drops what the migrations created, with all data in it, and applies them again. A schema {@code
   * auth} that is not ours, and whatever else lives in the database, stays.
   *
   * @throws MissingPrivileges as {@link #migrate()}
   */
  public void reset() {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(true);
      statement.execute(resetScript());
    } catch (SQLException e) {
      throw new IllegalStateException("The schema could not be dropped: " + e.getMessage(), e);
    }
    migrate();
  }

  private static String resetScript() {
    try (InputStream script = Migrations.class.getResourceAsStream("reset.sql")) {
      return new String(Objects.requireNonNull(script, "reset.sql").readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes an empty migration, numbered after the last one of the folder.
   *
   * @param directory the folder of the migrations
   * @param name what it does, in any words: {@code "add moods"}
   * @return the new file
   * @throws IllegalArgumentException if the name has no letter or digit
   */
  public static Path newMigration(Path directory, String name) {
    String words = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    String description = words.replaceAll("^_|_$", "");
    if (description.isEmpty()) {
      throw new IllegalArgumentException(
          "The name of a migration needs a letter or digit (a-z, 0-9), for instance \"add_moods\".");
    }
    try {
      int next = (lastNumber(directory) / STEP + 1) * STEP;
      return Files.createFile(directory.resolve("V%04d__%s.sql".formatted(next, description)));
    } catch (IOException e) {
      throw new UncheckedIOException("No migration could be written to " + directory, e);
    }
  }

  private static int lastNumber(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> FILE.matcher(file.getFileName().toString()))
          .filter(Matcher::matches)
          .mapToInt(matcher -> Integer.parseInt(matcher.group(1)))
          .max()
          .orElse(0);
    }
  }
}
