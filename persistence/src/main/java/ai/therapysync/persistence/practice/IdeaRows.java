package ai.therapysync.persistence.practice;

import ai.therapysync.conversation.occasion.Idea;
import ai.therapysync.conversation.occasion.IdeaChange;
import ai.therapysync.conversation.practice.insight.NewIdea;
import ai.therapysync.persistence.database.Rows;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What is worth saying: rows of {@code goal_insights} and {@code personalized_recommendations}. */
public final class IdeaRows {
  private IdeaRows() {}

  /** Keeps one until it fits. */
  public static void insert(Handle handle, UUID person, NewIdea idea, Instant now) {
    switch (idea.kind()) {
      case INSIGHT -> insight(handle, person, idea, now);
      case RECOMMENDATION -> recommendation(handle, person, idea, now);
    }
  }

  private static void insight(Handle handle, UUID person, NewIdea idea, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO public.goal_insights (user_id, goal_id, insight_type, title, description,"
                + " action_items, confidence_score, priority, expires_at, created_at) VALUES"
                + " (:user, :goal, :type, :title, :description, :items, :confidence, :priority,"
                + " :expires, :now)")
        .bind("user", person)
        .bind("goal", idea.goal().orElse(null))
        .bind("type", idea.type())
        .bind("title", idea.title())
        .bind("description", idea.description())
        .bindArray("items", String.class, idea.items())
        .bind("confidence", BigDecimal.valueOf(idea.confidence()))
        .bind("priority", idea.priority())
        .bind("expires", Rows.at(now.plus(idea.fresh())))
        .bind("now", Rows.at(now))
        .execute();
  }

  private static void recommendation(Handle handle, UUID person, NewIdea idea, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO public.personalized_recommendations (user_id, recommendation_type, title,"
                + " description, reasoning, priority_score, estimated_impact, created_at) VALUES"
                + " (:user, :type, :title, :description, :reasoning, :priority, :impact, :now)")
        .bind("user", person)
        .bind("type", idea.type())
        .bind("title", idea.title())
        .bind("description", idea.description())
        .bind("reasoning", idea.reasoning())
        .bind("priority", BigDecimal.valueOf(idea.priority()).movePointLeft(1))
        .bind("impact", BigDecimal.valueOf(idea.confidence()))
        .bind("now", Rows.at(now))
        .execute();
  }

  static void write(Handle handle, UUID person, IdeaChange change, Instant now) {
    switch (change) {
      case IdeaChange.Shown shown ->
          set(handle, person, shown.kind(), shown.idea(), seen(shown.kind()), now);
      case IdeaChange.Taken taken ->
          set(handle, person, taken.kind(), taken.idea(), "acted_upon_at", now);
      case IdeaChange.Declined declined -> {
        if (declined.kind() == Idea.Kind.RECOMMENDATION) {
          handle
              .createUpdate(
                  "UPDATE public.personalized_recommendations SET is_active = false"
                      + " WHERE id = :id AND user_id = :user")
              .bind("id", declined.idea())
              .bind("user", person)
              .execute();
        }
      }
    }
  }

  private static String seen(Idea.Kind kind) {
    return switch (kind) {
      case INSIGHT -> "viewed_at";
      case RECOMMENDATION -> "shown_at";
    };
  }

  private static void set(
      Handle handle, UUID person, Idea.Kind kind, UUID id, String column, Instant now) {
    String table =
        switch (kind) {
          case INSIGHT -> "public.goal_insights";
          case RECOMMENDATION -> "public.personalized_recommendations";
        };
    handle
        .createUpdate(
            "UPDATE %1$s SET %2$s = :now WHERE id = :id AND user_id = :user AND %2$s IS NULL"
                .formatted(table, column))
        .bind("now", Rows.at(now))
        .bind("id", id)
        .bind("user", person)
        .execute();
  }

  static List<Idea> read(JsonNode rows) {
    List<Idea> ideas = new ArrayList<>();
    rows.forEach(row ->
        ideas.add(
            new Idea(
                Idea.Kind.valueOf(row.path("kind").asText()),
                UUID.fromString(row.path("id").asText()),
                row.path("type").asText(),
                Rows.uuid(row, "goal_id"),
                row.path("description").asText())));
    return ideas;
  }
}
