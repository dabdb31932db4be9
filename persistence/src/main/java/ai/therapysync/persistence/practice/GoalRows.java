package ai.therapysync.persistence.practice;

import ai.therapysync.conversation.occasion.Goal;
import ai.therapysync.conversation.occasion.GoalChange;
import ai.therapysync.conversation.occasion.Streak;
import ai.therapysync.persistence.database.Rows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Goals and what was achieved with them: rows of {@code goals} and {@code goal_achievements}. */
final class GoalRows {
  private GoalRows() {}

  static void write(Handle handle, UUID person, GoalChange change, Instant now) {
    switch (change) {
      case GoalChange.Set set -> set(handle, person, set, now);
      case GoalChange.Progressed done -> progressed(handle, person, done);
      case GoalChange.Reached reached ->
          update(handle, person, reached.goal(), "is_completed = true, status = 'completed'")
              .execute();
      case GoalChange.Dropped dropped ->
          update(handle, person, dropped.goal(), "status = 'abandoned'").execute();
      case GoalChange.Restored restored ->
          update(handle, person, restored.goal(), "status = 'active'").execute();
      case GoalChange.Renamed renamed ->
          update(handle, person, renamed.goal(), "title = :title, category = :category")
              .bind("title", renamed.title())
              .bind("category", renamed.category())
              .execute();
      case GoalChange.Moved moved ->
          update(handle, person, moved.goal(), "target_date = :due")
              .bind("due", moved.due().orElse(null))
              .execute();
      case GoalChange.Earned earned -> earned(handle, person, earned, now);
    }
  }

  private static void set(Handle handle, UUID person, GoalChange.Set set, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO public.goals (id, user_id, title, category, target_value, target_date,"
                + " priority, created_at, updated_at) VALUES (:id, :user, :title, :category,"
                + " :value, :due, :priority, :now, :now)")
        .bind("id", set.id())
        .bind("user", person)
        .bind("title", set.title())
        .bind("category", set.category())
        .bind("value", set.value().orElse(null))
        .bind("due", set.due().orElse(null))
        .bind("priority", set.important() ? "high" : "medium")
        .bind("now", Rows.at(now))
        .execute();
  }

  private static void progressed(Handle handle, UUID person, GoalChange.Progressed done) {
    Goal goal = done.goal();
    Streak streak = goal.streak();
    update(
            handle,
            person,
            goal.id(),
            "current_progress = :progress, target_value = :target, streak_count = :count,"
                + " best_streak = :best, last_progress_date = :last")
        .bind("progress", goal.measure().progress())
        .bind("target", goal.measure().target().orElse(null))
        .bind("count", streak.count())
        .bind("best", streak.best())
        .bind("last", streak.last().orElse(done.on()))
        .execute();
    day(handle, person, goal.id(), done.on());
  }

  private static void day(Handle handle, UUID person, UUID goal, LocalDate day) {
    handle
        .createUpdate(
            "INSERT INTO gateway.goal_days (goal_id, user_id, day) SELECT g.id, g.user_id, :day"
                + " FROM public.goals g WHERE g.id = :goal AND g.user_id = :user"
                + " ON CONFLICT DO NOTHING")
        .bind("goal", goal)
        .bind("user", person)
        .bind("day", day)
        .execute();
  }

  /** Each of them once, whatever runs at the same time: the person's turn is locked. */
  private static void earned(Handle handle, UUID person, GoalChange.Earned earned, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO public.goal_achievements (user_id, goal_id, achievement_type, title,"
                + " description, icon, points_earned, metadata, unlocked_at) VALUES (:user, :goal,"
                + " :type, :title, :description, :icon, :points, CAST(:metadata AS jsonb), :now)")
        .bind("user", person)
        .bind("goal", earned.goal().orElse(null))
        .bind("type", earned.type())
        .bind("title", earned.title())
        .bind("description", earned.description())
        .bind("icon", earned.icon())
        .bind("points", earned.points())
        .bind("metadata", Rows.write(earned.metadata()))
        .bind("now", Rows.at(now))
        .execute();
  }

  private static Update update(Handle handle, UUID person, UUID goal, String changes) {
    return handle
        .createUpdate(
            "UPDATE public.goals SET " + changes + " WHERE id = :goal AND user_id = :user")
        .bind("goal", goal)
        .bind("user", person);
  }
}
