package ai.therapysync.crisis.incident;

import java.util.List;

/** What became of an incident, and what follows. */
public record Outcome(Incident incident, List<Effect> effects) {
  public Outcome {
    effects = List.copyOf(effects);
  }
}
