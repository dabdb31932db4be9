package ai.therapysync.conversation.occasion;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

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
 * @param offer the answers that went out with it to be tapped, by their id
 */
public record Asked(
    String what, Map<String, String> details, boolean patient, Instant at, Optional<UUID> offer) {
  private static final Duration PATIENCE = Duration.ofDays(7);
  private static final Duration USUAL = Duration.ofHours(24);

  /** The detail that says that the person has been reminded of it. */
  public static final String REMINDED = "reminded";

  /** Ends the name of a question that was put off. */
  public static final String LATER = "_later";

  public Asked {
    details = Map.copyOf(details);
  }

  /** A question whose answers are not offered, or not yet. */
  public Asked(String what, Map<String, String> details, boolean patient, Instant at) {
    this(what, details, patient, at, Optional.empty());
  }

  /** The same, and these answers go out with it. */
  public Asked offering(UUID answers) {
    return new Asked(what, details, patient, at, Optional.of(answers));
  }

  /** Whether an answer can still be meant for it. */
  public boolean isOpenAt(Instant now) {
    return at.plus(patient ? PATIENCE : USUAL).isAfter(now);
  }

  /** Whether that is this question once more, though other things may have been said between. */
  public boolean isAskedAgain(Asked later) {
    return what.equals(later.what())
        && about().equals(later.about())
        && (at.equals(later.at()) || patient);
  }

  /** What it is about; whether the person has been reminded of it makes it no other. */
  private Map<String, String> about() {
    Map<String, String> about = new HashMap<>(details);
    about.remove(REMINDED);
    return about;
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
