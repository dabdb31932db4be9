package ai.therapysync.persistence.practice;

import ai.therapysync.conversation.occasion.MemoryChange;
import ai.therapysync.persistence.database.Rows;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Memories that a person takes back. */
final class ForgettingRows {
  private ForgettingRows() {}

  static void write(Handle handle, UUID person, MemoryChange change, Instant now) {
    switch (change) {
      case MemoryChange.Forgotten forgotten ->
          handle
              .createUpdate(
                  "UPDATE public.conversation_memory SET is_active = false, updated_at = :now"
                      + " WHERE user_id = :user AND id = ANY (:memories)")
              .bind("user", person)
              .bindArray("memories", UUID.class, forgotten.memories())
              .bind("now", Rows.at(now))
              .execute();
    }
  }
}
