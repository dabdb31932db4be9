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
    String update =
        "UPDATE public.therapy_sessions SET %1$s = :mood, ai_insights = CASE"
            + " WHEN end_time IS NULL THEN ai_insights ELSE jsonb_strip_nulls("
            + "coalesce(ai_insights, '{}') || jsonb_build_object('%1$s', :mood,"
            + " 'mood_change', :mood - mood_before)) END"
            + " WHERE id = :session AND user_id = :user";
    handle
        .createUpdate(update.formatted(column))
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
