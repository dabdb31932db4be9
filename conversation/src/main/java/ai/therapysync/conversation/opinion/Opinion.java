package ai.therapysync.conversation.opinion;

import ai.therapysync.crisis.risk.Assessment;
import ai.therapysync.crisis.risk.Utterance;
import ai.therapysync.crisis.screening.HighestOf;
import java.util.List;
import java.util.Optional;

/** Somebody slower than the embedded screen who can say how dangerous a message is. */
@FunctionalInterface
public interface Opinion {
  /** What they make of a message; empty when they have nothing to say. */
  Optional<Assessment> of(Utterance message, List<Utterance> before);

  /** Several as one: those who answer count, and the gravest of them leads. */
  static Opinion gravest(List<Opinion> opinions) {
    List<Opinion> all = List.copyOf(opinions);
    return (message, before) ->
        all.stream()
            .flatMap(opinion -> opinion.of(message, before).stream())
            .reduce(HighestOf::both);
  }
}
