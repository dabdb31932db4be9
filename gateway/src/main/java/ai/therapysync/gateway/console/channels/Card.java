package ai.therapysync.gateway.console.channels;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One way in or out, as the page shows it.
 *
 * @param mood {@code ok}, {@code warn}, {@code danger}, or empty for what is off
 * @param advice what to do about it, step by step; nothing where all is well
 * @param webhook the address to enter at the provider
 */
public record Card(
    Setup.Kind kind,
    String mood,
    String state,
    String words,
    List<Line> lines,
    List<Failing> failing,
    List<String> advice,
    Optional<String> webhook) {
  public Card {
    lines = List.copyOf(lines);
    failing = List.copyOf(failing);
    advice = List.copyOf(advice);
  }

  /** A fact: words, or a time. */
  public record Line(String label, String words, Optional<Instant> at) {
    static Line of(String label, String words) {
      return new Line(label, words, Optional.empty());
    }

    /** A time, or "never". */
    static Line of(String label, Optional<Instant> at, String otherwise) {
      return new Line(label, at.isPresent() ? "" : otherwise, at);
    }
  }

  /** What failed, how often, and what that means. */
  public record Failing(String code, long times, String words, Optional<String> page) {}

  /** For the page's parts. */
  public String id() {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The small mark beside the state. */
  public String dot() {
    return mood.equals("danger") ? "bad" : mood;
  }
}
