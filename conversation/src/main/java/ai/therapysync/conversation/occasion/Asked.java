package ai.therapysync.conversation.occasion;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * The question that a person was asked last and that one of the skills waits to have answered; at
 * most one is open. It is kept with the conversation, so that a restart forgets nothing. Private:
 * its details are never printed.
 *
 * @param what the skill's own name for the question
 * @param details what the skill needs to go on
 * @param patient whether it stays open while something else is talked about; a "yes" to another
 *     question would answer one that did
 * @param at when it was asked
 */
public record Asked(String what, Map<String, String> details, boolean patient, Instant at) {
  private static final Duration PATIENCE = Duration.ofDays(7);
  private static final Duration USUAL = Duration.ofHours(24);

  /** Ends the name of a question that was put off. */
  public static final String LATER = "_later";

  public Asked {
    details = Map.copyOf(details);
  }

  /** Whether an answer can still be meant for it. */
  public boolean isOpenAt(Instant now) {
    return at.plus(patient ? PATIENCE : USUAL).isAfter(now);
  }

  /** Whether it was put off: nothing but its own name takes it up again. */
  public boolean isPutOff() {
    return what.endsWith(LATER);
  }

  @Override
  public String toString() {
    return "Asked[" + what + "]";
  }
}
