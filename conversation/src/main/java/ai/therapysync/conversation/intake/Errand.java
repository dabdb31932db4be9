package ai.therapysync.conversation.intake;

import ai.therapysync.crisis.incident.Effect;
import ai.therapysync.crisis.incident.Incident;
import ai.therapysync.crisis.incident.IncidentId;
import ai.therapysync.crisis.incident.Situation;
import ai.therapysync.crisis.people.ContactId;
import ai.therapysync.crisis.risk.PersonId;
import java.util.List;
import java.util.Optional;

/**
 * What the last thing that we sent to a number was about, when it belongs to an incident; it
 * decides whether a bare "1" is an answer.
 *
 * @param purpose why that last thing was sent
 * @param waiting the open incidents of which this number was told as a contact, oldest first
 * @param alert the family alert that it was, with the member who got it
 * @param isOver the incident it was about is resolved, and none other waits
 */
public record Errand(
    Effect.Purpose purpose, List<Waiting> waiting, Optional<Alert> alert, boolean isOver) {
  public Errand {
    waiting = List.copyOf(waiting);
  }

  /** An open incident that this number may answer for, and everything to apply the answer. */
  public record Waiting(Incident incident, Situation situation, ContactId contact, String code) {}

  /** A family alert. */
  public record Alert(IncidentId incident, PersonId member) {}
}
