package ai.therapysync.conversation.occasion;

import java.util.UUID;

/** What a person says of their mood, 1 (worst) to 10. */
public sealed interface MoodChange extends Change {
  /** A row of {@code mood_entries}. */
  record Noted(int mood) implements MoodChange {
    public Noted {
      check(mood);
    }
  }

  /** The mood with which the present talk begins. */
  record Before(int mood) implements MoodChange {
    public Before {
      check(mood);
    }
  }

  /** The mood in which a talk was left; it may have ended since. */
  record After(UUID session, int mood) implements MoodChange {
    public After {
      check(mood);
    }
  }

  private static void check(int mood) {
    if (mood < 1 || mood > 10) {
      throw new IllegalArgumentException("A mood is 1 to 10, not " + mood);
    }
  }
}
