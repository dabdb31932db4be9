package ai.therapysync.conversation.occasion;

import java.util.Optional;
import java.util.UUID;

/**
 * Something worth saying to a person at a fitting moment: a row of {@code goal_insights} or {@code
 * personalized_recommendations}. Its words are private and never printed.
 *
 * @param kind which of the two tables it stands in
 * @param type its rule; others may have written others
 */
public record Idea(Kind kind, UUID id, String type, Optional<UUID> goal, String description) {
  /** The table. */
  public enum Kind {
    /** {@code goal_insights}. */
    INSIGHT,
    /** {@code personalized_recommendations}. */
    RECOMMENDATION
  }

  @Override
  public String toString() {
    return "Idea[" + type + "]";
  }
}
