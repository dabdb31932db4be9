package ai.therapysync.conversation.occasion;

import java.util.Optional;

/** Something to add to an ordinary answer: a question or an offer whose moment has come. */
public interface Aside {
  /** What is added behind the answer; empty when it is not the moment. */
  Optional<Step> add(Occasion occasion);

  /** Whether it may be added while this patient question is open: it is about that one, say. */
  default boolean mayStandBeside(Asked patient, Occasion occasion) {
    return false;
  }
}
