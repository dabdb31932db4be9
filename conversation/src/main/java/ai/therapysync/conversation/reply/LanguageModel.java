package ai.therapysync.conversation.reply;

import java.time.Duration;

/** A language model somewhere: asked once, never repeated behind the caller's back. */
public interface LanguageModel {
  /** Asks it; it answers or fails within the time limit, and never throws. */
  ModelAnswer ask(Prompt prompt, Duration timeLimit);
}
