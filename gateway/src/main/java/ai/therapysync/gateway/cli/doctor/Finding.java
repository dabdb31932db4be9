package ai.therapysync.gateway.cli.doctor;

import java.util.List;

/**
 * What a check found.
 *
 * @param what the thing looked at, in a word or two
 * @param says how it is, and what to do when it is wrong; no private words
 * @param lines what it is about one by one, where that helps: ids
 */
public record Finding(State state, String what, String says, List<String> lines) {
  public Finding {
    lines = List.copyOf(lines);
  }

  /** How a thing is. */
  public enum State {
    FINE,
    /** Switched off, and that may be meant so. */
    OFF,
    WRONG
  }

  public static Finding fine(String what, String says) {
    return new Finding(State.FINE, what, says, List.of());
  }

  public static Finding off(String what, String says) {
    return new Finding(State.OFF, what, says, List.of());
  }

  public static Finding wrong(String what, String says) {
    return new Finding(State.WRONG, what, says, List.of());
  }

  public static Finding wrong(String what, String says, List<String> lines) {
    return new Finding(State.WRONG, what, says, lines);
  }
}
