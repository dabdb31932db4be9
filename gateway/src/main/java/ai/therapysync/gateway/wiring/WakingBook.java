package ai.therapysync.gateway.wiring;

import ai.therapysync.crisis.incident.CaseFile;
import ai.therapysync.crisis.incident.Incident;
import ai.therapysync.crisis.incident.IncidentBook;
import ai.therapysync.crisis.incident.IncidentId;
import ai.therapysync.crisis.incident.Outcome;
import ai.therapysync.crisis.incident.Situation;
import ai.therapysync.gateway.work.Wake;
import java.util.Optional;
import java.util.function.BiFunction;

/** Wakes this node's work after a change that a page made. */
final class WakingBook implements IncidentBook {
  private final IncidentBook book;
  private final Wake wake;

  WakingBook(IncidentBook book, Wake wake) {
    this.book = book;
    this.wake = wake;
  }

  @Override
  public boolean change(IncidentId id, BiFunction<Incident, Situation, Outcome> rule) {
    boolean changed = book.change(id, rule);
    wake.up();
    return changed;
  }

  @Override
  public boolean ring(String timer, IncidentId id, BiFunction<Incident, Situation, Outcome> rule) {
    boolean changed = book.ring(timer, id, rule);
    wake.up();
    return changed;
  }

  @Override
  public Optional<CaseFile> look(IncidentId id) {
    return book.look(id);
  }
}
