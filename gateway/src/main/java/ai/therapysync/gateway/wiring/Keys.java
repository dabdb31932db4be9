package ai.therapysync.gateway.wiring;

import ai.therapysync.gateway.config.StorageSettings;
import ai.therapysync.persistence.sealing.Keyset;
import ai.therapysync.persistence.sealing.KeysetFile;
import java.nio.file.Files;
import java.util.Optional;

/**
 * The keyset and where it stands.
 *
 * @param file empty: in the environment itself
 */
public record Keys(Keyset keyset, Optional<KeysetFile> file) {
  private static final String NAME = "keyset.json";

  /**
   * The keys that the gateway on this configuration seals with; empty where none were made yet, and
   * a command must make none: what it sealed, nobody could open.
   */
  public static Optional<Keys> of(StorageSettings storage) {
    KeysetFile made = made(storage);
    return configured(storage)
        .or(() -> Files.exists(made.path()) ? Optional.of(in(made)) : Optional.empty());
  }

  /** The same; made in the data directory where there are none. */
  static Keys orMade(StorageSettings storage) {
    return configured(storage)
        .orElseGet(() -> {
          KeysetFile made = made(storage);
          return new Keys(Keyset.at(made.path()), Optional.of(made));
        });
  }

  private static Optional<Keys> configured(StorageSettings storage) {
    Optional<KeysetFile> file = storage.keysetFile().map(KeysetFile::new);
    return storage.keyset().map(secret -> new Keys(Keyset.parse(secret.reveal()), file));
  }

  private static KeysetFile made(StorageSettings storage) {
    return new KeysetFile(storage.dataDirectory().resolve(NAME));
  }

  private static Keys in(KeysetFile file) {
    return new Keys(file.read(), Optional.of(file));
  }
}
