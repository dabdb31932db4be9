package ai.therapysync.conversation.occasion;

import java.util.Optional;
import java.util.UUID;

/**
 * An achievement that a person has: a row of {@code goal_achievements}.
 *
 * @param type its rule
 */
public record Achievement(String type, Optional<UUID> goal, String title, int points) {}
