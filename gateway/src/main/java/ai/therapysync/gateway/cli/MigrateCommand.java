package ai.therapysync.gateway.cli;

import ai.therapysync.gateway.config.Command;
import ai.therapysync.gateway.config.Configuration;
import ai.therapysync.gateway.config.ConfigurationReader;
import ai.therapysync.gateway.config.Environment;
import ai.therapysync.migrations.Migrations;
import ai.therapysync.migrations.SchemaVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code migrate}: brings the database to the schema that this version works on. */
@picocli.CommandLine.Command(
    name = "migrate",
    description = "Applies what the database's schema lacks.",
    mixinStandardHelpOptions = true)
final class MigrateCommand implements Callable<Integer> {
  private static final String FOLDER =
      "migrations/src/main/resources/ai/therapysync/migrations/sql";

  private final Terminal terminal;

  MigrateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    long applied =
        with(migrations -> {
          long before = pending(migrations);
          migrations.migrate();
          return before;
        });
    terminal.out().println(applied == 0 ? "Nothing to apply." : "Applied: " + applied);
    return ExitCode.DONE;
  }

  @picocli.CommandLine.Command(
      name = "info",
      description = "Shows every version and what has become of it.",
      mixinStandardHelpOptions = true)
  int info() {
    List<SchemaVersion> versions = with(Migrations::info);
    for (SchemaVersion version : versions) {
      String line =
          "%-8s %-12s %-22s %s"
              .formatted(
                  version.version(),
                  version.state(),
                  version.installedOn().map(Object::toString).orElse("-"),
                  version.description());
      terminal.out().println(line.strip());
    }
    return ExitCode.DONE;
  }

  @picocli.CommandLine.Command(
      name = "new",
      description = "Writes an empty migration with the next number.",
      mixinStandardHelpOptions = true)
  int create(
      @Parameters(paramLabel = "NAME", description = "What it does, such as \"add moods\".")
          String name) {
    Path folder = Path.of(terminal.environment().getOrDefault("GATEWAY_HOME", ".")).resolve(FOLDER);
    if (!Files.isDirectory(folder)) {
      throw new Refusal(
          "There is no " + FOLDER + " here: run this by ./run of a checked-out repository");
    }
    try {
      terminal.out().println(Migrations.newMigration(folder, name).normalize());
      return ExitCode.DONE;
    } catch (IllegalArgumentException e) {
      throw new Refusal("Not a migration's name: use letters, digits and spaces");
    }
  }

  @picocli.CommandLine.Command(
      name = "reset",
      description = "Drops the schema with all data and applies it again (development only).",
      mixinStandardHelpOptions = true)
  int reset(
      @Option(names = "--yes", description = "I know that all data will be gone.") boolean sure) {
    if (configuration().environment() != Environment.DEVELOPMENT) {
      throw new Refusal(
          "migrate reset drops all data and is refused here: set GATEWAY_ENV=development if this"
              + " database may be emptied");
    }
    if (!sure) {
      throw new Refusal("migrate reset drops all data: add --yes if that is what you want");
    }
    with(migrations -> {
      migrations.reset();
      return ExitCode.DONE;
    });
    terminal.out().println("Dropped and applied again.");
    return ExitCode.DONE;
  }

  private static long pending(Migrations migrations) {
    return migrations.info().stream().filter(version -> version.installedOn().isEmpty()).count();
  }

  private <T> T with(java.util.function.Function<Migrations, T> work) {
    return new CommandDatabase(configuration())
        .with(database -> work.apply(new Migrations(database.dataSource())));
  }

  private Configuration configuration() {
    return ConfigurationReader.read(terminal.environment(), Command.TOOL);
  }
}
