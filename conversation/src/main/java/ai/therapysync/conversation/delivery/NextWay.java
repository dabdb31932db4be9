package ai.therapysync.conversation.delivery;

import java.time.Duration;

/** How a message goes on that did not arrive. */
public sealed interface NextWay {
  /** By the same way again, after a while. */
  record Again(Duration after) implements NextWay {}

  /** By another way, now. */
  record By(Step step) implements NextWay {}

  /** Not at all: it has failed. */
  record Nowhere() implements NextWay {}
}
