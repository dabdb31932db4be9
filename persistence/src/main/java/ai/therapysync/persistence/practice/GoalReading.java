package ai.therapysync.persistence.practice;

import ai.therapysync.conversation.occasion.Achievement;
import ai.therapysync.conversation.occasion.Goal;
import ai.therapysync.conversation.occasion.Streak;
import ai.therapysync.persistence.database.Rows;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads goals and achievements as JSON; anybody may have written them, so anything may be null. */
public final class GoalReading {
  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");

  private GoalReading() {}

  static List<Goal> goals(JsonNode rows) {
    List<Goal> goals = new ArrayList<>();
    rows.forEach(row -> goals.add(goal(row)));
    return goals;
  }

  static List<Achievement> achievements(JsonNode rows) {
    List<Achievement> achievements = new ArrayList<>();
    rows.forEach(row ->
        achievements.add(
            new Achievement(
                row.path("achievement_type").asText(),
                Rows.uuid(row, "goal_id"),
                row.path("title").asText(),
                row.path("points_earned").asInt(0))));
    return achievements;
  }

  /** One goal. */
  public static Goal goal(JsonNode row) {
    return new Goal(
        UUID.fromString(row.path("id").asText()),
        row.path("title").asText(),
        Rows.text(row, "category").orElse("personal"),
        new Goal.Measure(
            number(row, "target_value").filter(target -> target.signum() > 0),
            number(row, "current_progress").orElse(BigDecimal.ZERO)),
        date(row, "target_date"),
        new Streak(
            row.path("streak_count").asInt(0),
            row.path("best_streak").asInt(0),
            date(row, "last_progress_date")));
  }

  private static Optional<BigDecimal> number(JsonNode row, String field) {
    return Rows.text(row, field)
        .filter(text -> NUMBER.matcher(text).matches())
        .map(BigDecimal::new);
  }

  private static Optional<LocalDate> date(JsonNode row, String field) {
    return Rows.text(row, field).filter(text -> text.length() == 10).map(LocalDate::parse);
  }
}
