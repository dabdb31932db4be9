package ai.therapysync.persistence.practice;

import ai.therapysync.conversation.occasion.GoalChange;
import ai.therapysync.persistence.database.Rows;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Goals: rows of {@code goals}. */
final class GoalRows {
  private GoalRows() {}

  static void write(Handle handle, UUID person, GoalChange change, Instant now) {
    switch (change) {
      case GoalChange.Set set ->
          handle
              .createUpdate(
                  "INSERT INTO public.goals (user_id, title, category, target_date, created_at,"
                      + " updated_at) VALUES (:user, :title, :category, :target, :now, :now)")
              .bind("user", person)
              .bind("title", set.title())
              .bind("category", set.category())
              .bind("target", set.target().orElse(null))
              .bind("now", Rows.at(now))
              .execute();
      case GoalChange.Reached reached ->
          handle
              .createUpdate(
                  "UPDATE public.goals SET is_completed = true, status = 'completed',"
                      + " last_progress_date = :on WHERE id = :goal AND user_id = :user")
              .bind("on", reached.on())
              .bind("goal", reached.goal())
              .bind("user", person)
              .execute();
    }
  }
}
