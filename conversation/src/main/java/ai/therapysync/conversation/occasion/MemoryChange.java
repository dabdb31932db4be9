package ai.therapysync.conversation.occasion;

import ai.therapysync.conversation.memory.Memory;
import java.util.List;
import java.util.UUID;

/** What becomes of memories. */
public sealed interface MemoryChange extends Change {
  /**
   * They are not recalled any more, and deleted after a day. Empty where nothing was kept of what a
   * person wants forgotten: what was said before is left alone all the same.
   */
  record Forgotten(List<UUID> memories) implements MemoryChange {
    public Forgotten {
      memories = List.copyOf(memories);
    }
  }

  /** Nothing is remembered any more; all is deleted after a day. */
  record ForgottenEverything() implements MemoryChange {}

  /** What was forgotten last, within a day, is remembered again. */
  record BroughtBack() implements MemoryChange {}

  /** What a person told to set something right; it takes the place of what was known. */
  record Told(List<Memory> memories) implements MemoryChange {
    public Told {
      memories = List.copyOf(memories);
    }
  }
}
