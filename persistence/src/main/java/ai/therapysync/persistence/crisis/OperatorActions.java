package ai.therapysync.persistence.crisis;

import ai.therapysync.crisis.CrisisDesk;
import ai.therapysync.crisis.incident.IncidentEvent;
import ai.therapysync.crisis.incident.IncidentId;
import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.audit.AuditEntry;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What an operator does to an incident that they see, in their own transaction. */
public final class OperatorActions {
  private final JdbiIncidentBook book;
  private final CrisisDesk desk;

  /** With the rows of incidents, and the desk that decides what follows. */
  public OperatorActions(JdbiIncidentBook book, CrisisDesk desk) {
    this.book = book;
    this.desk = desk;
  }

  /** The caller has it, or confirms that they still do; false when it is over. */
  public boolean acknowledge(Acting acting, UUID incident, UUID person) {
    return change(
        acting,
        incident,
        person,
        "acknowledge",
        new IncidentEvent.OperatorAcknowledged(acting.caller().id()));
  }

  /** It ends; false when it had ended already. */
  public boolean resolve(Acting acting, UUID incident, UUID person, String outcome) {
    return change(
        acting,
        incident,
        person,
        "resolve",
        new IncidentEvent.OperatorResolved(acting.caller().id(), outcome));
  }

  private boolean change(
      Acting acting, UUID incident, UUID person, String action, IncidentEvent event) {
    boolean changed =
        acting.asOwner(handle ->
            book.change(
                handle,
                new IncidentId(incident),
                (found, situation) -> desk.on(found, event, situation)));
    if (changed) {
      acting.note(
          AuditEntry.of(
              action, "crisis_interventions", incident, Optional.of(person), List.of("status")));
    }
    return changed;
  }
}
