package ai.therapysync.persistence.crisis;

import ai.therapysync.crisis.incident.CaseFile;
import ai.therapysync.crisis.incident.Incident;
import ai.therapysync.crisis.incident.IncidentBook;
import ai.therapysync.crisis.incident.IncidentId;
import ai.therapysync.crisis.incident.Outcome;
import ai.therapysync.crisis.incident.Situation;
import ai.therapysync.persistence.tasks.Agenda;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Incidents on PostgreSQL: one change, one transaction, under the person's lock. */
public final class JdbiIncidentBook implements IncidentBook {
  private final Jdbi jdbi;
  private final Incidents incidents;
  private final Situations situations;
  private final InstantSource clock;

  /** With the rows and the clock. */
  public JdbiIncidentBook(
      Jdbi jdbi, Incidents incidents, Situations situations, InstantSource clock) {
    this.jdbi = jdbi;
    this.incidents = incidents;
    this.situations = situations;
    this.clock = clock;
  }

  @Override
  public boolean change(IncidentId id, BiFunction<Incident, Situation, Outcome> rule) {
    return jdbi.inTransaction(handle -> change(handle, id, rule));
  }

  @Override
  public boolean ring(String timer, IncidentId id, BiFunction<Incident, Situation, Outcome> rule) {
    return jdbi.inTransaction(handle -> {
      // The person first, as always: the scheduler's own writes never wait for a person's lock.
      lock(handle, id);
      return Agenda.rung(handle, timer) && change(handle, id, rule);
    });
  }

  /** The same within a transaction that is open already. */
  public boolean change(
      Handle handle, IncidentId id, BiFunction<Incident, Situation, Outcome> rule) {
    lock(handle, id);
    Optional<Incident> incident = incidents.find(handle, id);
    if (incident.isEmpty()) {
      return false;
    }
    Situation situation = situations.load(handle, incident.get().person().value(), clock.instant());
    incidents.save(handle, rule.apply(incident.get(), situation), situation.now());
    return true;
  }

  @Override
  public Optional<CaseFile> look(IncidentId id) {
    return jdbi.withHandle(handle ->
        incidents
            .find(handle, id)
            .map(incident ->
                new CaseFile(
                    incident,
                    situations.load(handle, incident.person().value(), clock.instant()))));
  }

  private static void lock(Handle handle, IncidentId id) {
    handle
        .createQuery(
            "SELECT p.id FROM public.profiles p WHERE p.id = (SELECT ci.user_id"
                + " FROM public.crisis_interventions ci WHERE ci.id = :id) FOR NO KEY UPDATE")
        .bind("id", id.value())
        .mapTo(UUID.class)
        .list();
  }
}
