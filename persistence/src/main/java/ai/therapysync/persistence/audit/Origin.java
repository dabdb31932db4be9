package ai.therapysync.persistence.audit;

import java.util.Locale;

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
  }
}
