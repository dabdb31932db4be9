package ai.therapysync.conversation.occasion;

import java.util.List;
import java.util.UUID;

/** What becomes of memories. */
public sealed interface MemoryChange extends Change {
  /** They are not recalled any more. */
  record Forgotten(List<UUID> memories) implements MemoryChange {
    public Forgotten {
      memories = List.copyOf(memories);
    }
  }
}
