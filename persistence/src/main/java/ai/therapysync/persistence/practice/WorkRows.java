package ai.therapysync.persistence.practice;

import ai.therapysync.conversation.occasion.Goal;
import ai.therapysync.conversation.occasion.Work;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads what a person works on from the rows that a turn is loaded with. */
public final class WorkRows {
  private WorkRows() {}

  /** The work of a turn's row. */
  public static Work read(JsonNode row) {
    List<Goal> goals = new ArrayList<>();
    row.path("goals")
        .forEach(goal ->
            goals.add(
                new Goal(UUID.fromString(goal.path("id").asText()), goal.path("title").asText())));
    return new Work(goals, HappenedRows.read(row.path("happened")));
  }
}
