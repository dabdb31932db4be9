package ai.therapysync.conversation.reply;

import ai.therapysync.crisis.risk.Assessment;
import ai.therapysync.crisis.risk.Category;
import ai.therapysync.crisis.risk.Subject;
import java.util.Optional;

/**
 * What a concern is about, so that it is asked after what was told.
 *
 * @param kind the gravest kind
 * @param subject who is in danger
 * @param deed of abuse: somebody did or threatened something, beside a mere fear
 */
public record Danger(Category kind, Subject subject, boolean deed) {
  /** What the screen found; empty where it found nothing. */
  public static Optional<Danger> of(Assessment seen) {
    return seen.category().map(kind -> new Danger(kind, seen.subject(), seen.closeDangerOfAbuse()));
  }

  /** The key of the question that fits, behind {@code concern.} */
  String question() {
    boolean another = subject == Subject.SOMEONE_ELSE;
    return switch (kind) {
      case SUICIDE -> another ? "someone_else" : "suicide";
      case SELF_HARM -> another ? "someone_else" : "self_harm";
      case ABUSE -> another ? "someone_else_hurt" : deed ? "violence" : "fear";
      case HARM_OTHERS -> "harm_others";
      case MEDICAL -> another ? "someone_else_hurt" : "suicide";
      case PSYCHOSIS -> another ? "someone_else_hurt" : "psychosis";
    };
  }
}
