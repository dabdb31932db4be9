package ai.therapysync.crisis.incident;

import ai.therapysync.crisis.people.Fix;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a person in danger has said that they are, in their incident or in the hour before it.
 * Private: never printed.
 *
 * @param latest the last place that they sent
 * @param passedOn when a responder was last told of one
 */
public record Whereabouts(Optional<Fix> latest, Optional<Instant> passedOn) {
  /** No place is known. */
  public static Whereabouts unknown() {
    return new Whereabouts(Optional.empty(), Optional.empty());
  }

  Whereabouts at(Fix fix) {
    return new Whereabouts(Optional.of(fix), passedOn);
  }

  @Override
  public String toString() {
    return "Whereabouts[private]";
  }
}
