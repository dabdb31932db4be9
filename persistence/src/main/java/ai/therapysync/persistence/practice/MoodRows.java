package ai.therapysync.persistence.practice;

import ai.therapysync.conversation.occasion.MoodChange;
import ai.therapysync.persistence.database.Rows;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Moods: rows of {@code mood_entries}. */
final class MoodRows {
  private MoodRows() {}

  static void write(Handle handle, UUID person, MoodChange change, Instant now) {
    switch (change) {
      case MoodChange.Noted noted ->
          handle
              .createUpdate(
                  "INSERT INTO public.mood_entries (user_id, mood, created_at)"
                      + " VALUES (:user, :mood, :now)")
              .bind("user", person)
              .bind("mood", noted.mood())
              .bind("now", Rows.at(now))
              .execute();
    }
  }
}
