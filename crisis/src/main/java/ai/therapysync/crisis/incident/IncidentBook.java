package ai.therapysync.crisis.incident;

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
}
