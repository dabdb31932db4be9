package ai.therapysync.persistence.practice;

import ai.therapysync.conversation.occasion.MoodChange;
import ai.therapysync.persistence.database.Rows;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Moods: rows of {@code mood_entries}. */
final class MoodRows {
  private MoodRows() {}

  private static void ofTalk(Handle handle, String column, UUID person, UUID session, int mood) {
    handle
        .createUpdate(
            "UPDATE public.therapy_sessions SET %s = :mood WHERE id = :session AND user_id = :user"
                .formatted(column))
        .bind("mood", mood)
        .bind("session", session)
        .bind("user", person)
        .execute();
  }

  static void write(Handle handle, UUID person, UUID session, MoodChange change, Instant now) {
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
      case MoodChange.Before before ->
          ofTalk(handle, "mood_before", person, session, before.mood());
      case MoodChange.After after ->
          ofTalk(handle, "mood_after", person, after.session(), after.mood());
    }
  }
}
