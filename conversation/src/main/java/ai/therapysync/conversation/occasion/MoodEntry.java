package ai.therapysync.conversation.occasion;

import java.time.Instant;

/**
 * A mood that was noted: a row of {@code mood_entries}.
 *
 * @param mood 1 (worst) to 10
 */
public record MoodEntry(int mood, Instant at) {}
