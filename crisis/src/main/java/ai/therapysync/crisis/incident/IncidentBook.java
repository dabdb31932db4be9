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

  /** An open incident as it stands, without changing or locking anything; empty once resolved. */
  Optional<CaseFile> look(IncidentId id);
}
