package ai.therapysync.persistence.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * From where somebody acts.
 *
 * @param address the network address that the request came from; empty for the command line
 */
public record Origin(Door door, String address) {
  /** By which door they came in. */
  public enum Door {
    API,
    CONSOLE,
    COMMAND_LINE;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Door> of(String word) {
      return Arrays.stream(values()).filter(door -> door.word().equals(word)).findFirst();
    }
  }

  /** By the command line, on the machine itself. */
  public static Origin commandLine() {
    return new Origin(Door.COMMAND_LINE, "");
  }
}
