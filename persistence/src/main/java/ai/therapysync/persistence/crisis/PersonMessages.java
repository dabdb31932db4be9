package ai.therapysync.persistence.crisis;

import ai.therapysync.crisis.incident.Effect;
import ai.therapysync.crisis.incident.IncidentId;
import ai.therapysync.crisis.risk.PersonId;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Writes to a person who has not written first, in the caller's transaction. */
@FunctionalInterface
public interface PersonMessages {
  /**
   * Puts the question whether they are safe into the person's conversation and into the outbox, for
   * the way they last used.
   */
  void ask(
      Handle handle, PersonId person, IncidentId incident, Effect.AskPerson question, Instant now);
}
