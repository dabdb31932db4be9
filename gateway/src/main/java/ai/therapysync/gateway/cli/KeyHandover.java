package ai.therapysync.gateway.cli;

import ai.therapysync.gateway.wiring.Keys;
import ai.therapysync.persistence.sealing.Keyset;
import ai.therapysync.persistence.sealing.KeysetFile;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * How a changed keyset reaches the nodes: by its file, which they follow, or by a person who puts
 * it into their environment.
 *
 * @param file empty: it is printed
 */
record KeyHandover(Terminal terminal, Optional<KeysetFile> file) {
  static KeyHandover of(Terminal terminal, Keys keys, boolean print) {
    return new KeyHandover(terminal, print ? Optional.empty() : keys.file());
  }

  /** Whether running nodes take it up by themselves. */
  boolean isFollowed() {
    return file.isPresent();
  }

  /**
   * Hands it over.
   *
   * @param next what the person has to do with a printed one
   */
  void give(Keyset keyset, String next) {
    if (file.isEmpty()) {
      terminal.out().println(keyset.json());
      terminal.err().println(next);
      return;
    }
    try {
      file.get().replace(keyset);
    } catch (UncheckedIOException e) {
      throw new Refusal(
          e.getMessage() + ". Nothing has changed; with --print the new keyset is printed instead");
    }
  }
}
