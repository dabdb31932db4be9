package ai.therapysync.conversation.occasion;

/** What a person says of their mood. */
public sealed interface MoodChange extends Change {
  /**
   * A row of {@code mood_entries}.
   *
   * @param mood 1 (worst) to 10
   */
  record Noted(int mood) implements MoodChange {
    public Noted {
      if (mood < 1 || mood > 10) {
        throw new IllegalArgumentException("A mood is 1 to 10, not " + mood);
      }
    }
  }
}
