package ai.therapysync.gateway.cli;

import ai.therapysync.gateway.config.Command;
import ai.therapysync.gateway.config.Configuration;
import ai.therapysync.gateway.config.ConfigurationReader;
import ai.therapysync.gateway.wiring.Audit;
import ai.therapysync.gateway.wiring.Keys;
import ai.therapysync.migrations.Migrations;
import ai.therapysync.persistence.database.Database;
import ai.therapysync.persistence.keys.DataKeys;
import ai.therapysync.persistence.keys.NodeKeys;
import ai.therapysync.persistence.keys.SealedRows;
import ai.therapysync.persistence.sealing.Keyset;
import ai.therapysync.persistence.sealing.KeysetFile;
import ai.therapysync.persistence.sealing.Sealer;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import picocli.CommandLine.Option;

/** {@code keys}: the keys that seal what people say. */
@picocli.CommandLine.Command(
    name = "keys",
    description = "Rotates the keyset; destroys a person's key.",
    mixinStandardHelpOptions = true)
final class KeysCommand implements Runnable {
  private static final String PRINT = "Print the new keyset instead of writing it into its file.";

  private final Terminal terminal;

  KeysCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    throw new Refusal("keys what? Try ./run keys status, rotate, retire or destroy");
  }

  private interface Work {
    int with(Database database, Keys keys);
  }

  @picocli.CommandLine.Command(
      name = "status",
      description = "Which key seals, what each has sealed, and what the running nodes have.",
      mixinStandardHelpOptions = true)
  int status() {
    return with((database, keys) -> {
      Keyset keyset = keys.keyset();
      Map<Long, Long> sealed = new SealedRows(database.jdbi(), new Sealer(keyset)).count();
      keyset.ids().stream()
          .sorted()
          .forEach(key ->
              terminal
                  .out()
                  .println(
                      "key %-10d  %s  %d seals"
                          .formatted(key, role(keyset, key), sealed.getOrDefault(key, 0L))));
      sealed.keySet().stream()
          .filter(key -> !keyset.ids().contains(key))
          .forEach(key ->
              terminal
                  .out()
                  .println(
                      "key %-10d  MISSING  %d seals that nobody can open"
                          .formatted(key, sealed.get(key))));
      List<NodeKeys.Node> nodes = new NodeKeys(database.jdbi()).running();
      long ready =
          nodes.stream()
              .filter(
                  node -> node.keys().equals(keyset.ids()) && node.primary() == keyset.primary())
              .count();
      terminal.out().println(ready + " of " + nodes.size() + " running nodes have these keys");
      terminal.out().println(next(keyset));
      return keyset.ids().containsAll(sealed.keySet()) ? ExitCode.DONE : ExitCode.FOUND_WRONG;
    });
  }

  private static String role(Keyset keyset, long key) {
    if (key == keyset.primary()) {
      return "seals  ";
    }
    return key == keyset.newest() ? "waits  " : "opens  ";
  }

  private static String next(Keyset keyset) {
    return switch (keyset.stage()) {
      case ONE_KEY -> "Next: ./run keys rotate adds a new key";
      case NEWEST_WAITS -> "Next: ./run keys rotate lets the new key seal";
      case OLD_KEYS_LEFT ->
          "Next: ./run keys rotate seals anew what old keys sealed; then ./run keys retire --yes";
    };
  }

  @picocli.CommandLine.Command(
      name = "rotate",
      description = "Puts a new key in the place of the old one, while gateways run.",
      mixinStandardHelpOptions = true)
  int rotate(@Option(names = "--print", description = PRINT) boolean print) {
    return alone((database, keys) -> {
      note(database, keys, "rotate");
      return rotation(database, keys, print).rotate(keys.keyset());
    });
  }

  @picocli.CommandLine.Command(
      name = "retire",
      description = "Takes the old keys out of the keyset, once nothing is sealed by them.",
      mixinStandardHelpOptions = true)
  int retire(
      @Option(names = "--print", description = PRINT) boolean print,
      @Option(names = "--yes", description = "Yes: older backups need a copy of the old keys.")
          boolean sure) {
    if (!sure) {
      throw new Refusal("Backups from before need the old keys: keep a copy, then add --yes");
    }
    return alone((database, keys) -> {
      note(database, keys, "retire");
      return rotation(database, keys, print).retire(keys.keyset());
    });
  }

  @picocli.CommandLine.Command(
      name = "destroy",
      description = "Destroys a person's key: nobody can read their messages any more.",
      mixinStandardHelpOptions = true)
  int destroy(
      @Option(names = "--user", required = true, paramLabel = "ID", description = "The person.")
          UUID user,
      @Option(names = "--yes", description = "Yes: it can't be undone.") boolean sure) {
    if (!sure) {
      throw new Refusal("This can't be undone: add --yes");
    }
    return with((database, keys) ->
        say(
            new DataKeys(
                    database.jdbi(),
                    Audit.log(database.jdbi(), new Sealer(keys.keyset()), InstantSource.system()))
                .destroy(user),
            user));
  }

  private int say(DataKeys.Destroyed destroyed, UUID user) {
    return switch (destroyed) {
      case DataKeys.Destroyed.Gone gone -> {
        terminal.out().println("The key of " + user + " is destroyed.");
        if (gone.inClear() > 0) {
          terminal
              .err()
              .println(gone.inClear() + " of their messages were never sealed, and stay readable.");
        }
        yield ExitCode.DONE;
      }
      case DataKeys.Destroyed.Nobody _ -> throw new Refusal("No person has the id " + user);
      case DataKeys.Destroyed.InDanger _ -> {
        terminal
            .err()
            .println(
                "An incident of theirs is open, and helpers must be able to read: wait for it.");
        yield ExitCode.FOUND_WRONG;
      }
    };
  }

  private KeyRotation rotation(Database database, Keys keys, boolean print) {
    return new KeyRotation(terminal, KeyHandover.of(terminal, keys, print), database);
  }

  /** Before it begins: afterwards the keys that were read may open nothing any more. */
  private static void note(Database database, Keys keys, String action) {
    Audit.noteOfKeyset(database.jdbi(), new Sealer(keys.keyset()), action);
  }

  /** One at a time: two that change a keyset at once would lose one's key. */
  private int alone(Work work) {
    return with((database, keys) ->
        new NodeKeys(database.jdbi())
            .alone(() -> {
              Keyset now = keys.file().map(KeysetFile::read).orElse(keys.keyset());
              return work.with(database, new Keys(now, keys.file()));
            })
            .orElseThrow(
                () -> new Refusal("Another keys command is at work: wait until it is done")));
  }

  private int with(Work work) {
    Configuration configuration = ConfigurationReader.read(terminal.environment(), Command.TOOL);
    return new CommandDatabase(configuration)
        .with(database -> {
          new Migrations(database.dataSource()).migrate();
          Keys keys =
              Keys.of(configuration.storage())
                  .orElseThrow(() -> new Refusal("The keyset is missing: set GATEWAY_KEYSET"));
          return work.with(database, keys);
        });
  }
}
