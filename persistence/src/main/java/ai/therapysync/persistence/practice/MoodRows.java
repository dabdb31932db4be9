package ai.therapysync.persistence.practice;

import ai.therapysync.conversation.occasion.MoodChange;
import ai.therapysync.persistence.database.Rows;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Moods: rows of {@code mood_entries}. */
final class MoodRows {
  private MoodRows() {}

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
          handle
              .createUpdate(
                  "UPDATE public.therapy_sessions SET mood_before = :mood"
                      + " WHERE id = :session AND user_id = :user")
              .bind("mood", before.mood())
              .bind("session", session)
              .bind("user", person)
              .execute();
      case MoodChange.After after ->
          handle
              .createUpdate(
                  "UPDATE public.therapy_sessions SET mood_after = :mood, ai_insights = CASE"
                      + " WHEN end_time IS NULL THEN ai_insights ELSE jsonb_strip_nulls("
                      + "coalesce(ai_insights, '{}') || jsonb_build_object('mood_after', :mood,"
                      + " 'mood_change', :mood - mood_before)) END"
                      + " WHERE id = :session AND user_id = :user")
              .bind("mood", after.mood())
              .bind("session", after.session())
              .bind("user", person)
              .execute();
    }
  }
}
