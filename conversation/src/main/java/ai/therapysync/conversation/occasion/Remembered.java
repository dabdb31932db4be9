package ai.therapysync.conversation.occasion;

import ai.therapysync.conversation.memory.Memory;
import java.util.List;
import java.util.UUID;

/**
 * What is remembered about a person; read only where they speak of it.
 *
 * @param entries the most important first, then the newest
 * @param canComeBack whether something that they had forgotten can still be brought back
 */
public record Remembered(List<Entry> entries, boolean canComeBack) {
  public Remembered {
    entries = List.copyOf(entries);
  }

  /**
   * One memory. Private: never printed.
   *
   * @param justNow whether it was learned, or spoken of by us, in the exchange before
   */
  public record Entry(UUID id, Memory memory, boolean justNow) {
    @Override
    public String toString() {
      return "Entry[" + id + "]";
    }
  }

  /** Where nobody speaks of it. */
  public static Remembered unread() {
    return new Remembered(List.of(), false);
  }
}
