package ai.therapysync.gateway.config;

import ai.therapysync.persistence.sealing.Keyset;
import ai.therapysync.persistence.sealing.SealBroken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads {@code GATEWAY_KEYSET}: the keyset itself, or the file that it is in. */
final class KeysetReader {
  private static final String NAME = "GATEWAY_KEYSET";

  private final Values values;

  KeysetReader(Values values) {
    this.values = values;
  }

  Optional<Secret> keyset() {
    Optional<String> json =
        values.text(NAME).flatMap(text -> isJson(text) ? Optional.of(text) : contentOf(text));
    try {
      json.ifPresent(Keyset::parse);
    } catch (SealBroken e) {
      values.fault(NAME, "is not a keyset in Tink's JSON form: check that it was copied whole");
    }
    return json.map(Secret::new);
  }

  /** The file that it is in; empty where it stands in the variable itself, or names no file. */
  Optional<Path> file() {
    try {
      return values
          .text(NAME)
          .filter(text -> !isJson(text))
          .map(text -> Path.of(text).toAbsolutePath());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static boolean isJson(String text) {
    return text.startsWith("{");
  }

  /** The file's name may be a keyset that was pasted wrongly, so it is not repeated. */
  private Optional<String> contentOf(String file) {
    try {
      return Optional.of(Files.readString(Path.of(file)).strip());
    } catch (IOException | InvalidPathException e) {
      values.fault(
          NAME,
          "is neither a keyset (JSON) nor a file that can be read: check path and permissions");
      return Optional.empty();
    }
  }
}
