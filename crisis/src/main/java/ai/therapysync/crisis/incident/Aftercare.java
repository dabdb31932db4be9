package ai.therapysync.crisis.incident;

import java.time.Instant;
import java.util.Optional;

/**
 * How the person has been since their last sign of danger: whether they have been asked how they
 * are, and whether they said that they are safe.
 *
 * @param troubledAt when they last showed danger to themselves
 * @param asked how often they have been asked since
 * @param askedAt when they were asked last
 * @param safeAt when they answered that they are safe
 */
public record Aftercare(
    Instant troubledAt, int asked, Optional<Instant> askedAt, Optional<Instant> safeAt) {
  /** The person has just shown danger: what was asked and answered before counts no longer. */
  public static Aftercare since(Instant troubledAt) {
    return new Aftercare(troubledAt, 0, Optional.empty(), Optional.empty());
  }

  /** The person is asked how they are. */
  public Aftercare asking(Instant at) {
    return new Aftercare(troubledAt, asked + 1, Optional.of(at), safeAt);
  }

  /** The person answers that they are safe. */
  public Aftercare safe(Instant at) {
    return new Aftercare(troubledAt, asked, askedAt, Optional.of(at));
  }

  /** Whether a check-in found the person safe. */
  public boolean foundSafe() {
    return safeAt.isPresent();
  }

  /** Whether the person has been asked and has not yet said that they are safe. */
  public boolean awaitsAnswer() {
    return askedAt.isPresent() && safeAt.isEmpty();
  }
}
