package ai.therapysync.conversation.occasion;

import java.util.Optional;

/** One thing that is worked on by chat: it knows what is meant for it, and answers that. */
public interface Skill {
  /**
   * The whole answer to the waiting words; empty when they are not for this skill.
   *
   * <p>Words that answer the open question of another skill never come here.
   */
  Optional<Step> take(Occasion occasion);
}
