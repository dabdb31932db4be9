package ai.therapysync.conversation.occasion;

import java.util.UUID;

/** What becomes of an {@link Idea}. */
public sealed interface IdeaChange extends Change {
  /** It was said: {@code viewed_at} or {@code shown_at}. */
  record Shown(Idea.Kind kind, UUID idea) implements IdeaChange {}

  /** It was taken up: {@code acted_upon_at}. */
  record Taken(Idea.Kind kind, UUID idea) implements IdeaChange {}

  /** It was declined: it isn't active any more. */
  record Declined(Idea.Kind kind, UUID idea) implements IdeaChange {}
}
