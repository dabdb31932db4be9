package ai.therapysync.crisis.incident;

import java.util.Optional;
import java.util.function.BiFunction;

/** Where incidents are kept. */
public interface IncidentBook {
  /**
   * Applies a rule to an open incident under its person's lock and writes all that follows, in one
   * transaction.
   *
   * @return whether there was such an incident and it was not resolved
   */
  boolean change(IncidentId id, BiFunction<Incident, Situation, Outcome> rule);

  /**
   * The same for a timer of the incident, which is used up by it: whatever happens to the node, it
   * rings once.
   *
   * @return false when it has rung already, or no such incident is open
   */
  boolean ring(String timer, IncidentId id, BiFunction<Incident, Situation, Outcome> rule);

  /** An open incident as it stands, without changing or locking anything; empty once resolved. */
  Optional<CaseFile> look(IncidentId id);
}
