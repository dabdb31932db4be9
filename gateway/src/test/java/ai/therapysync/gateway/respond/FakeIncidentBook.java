package ai.therapysync.gateway.respond;

import ai.therapysync.crisis.incident.CaseFile;
import ai.therapysync.crisis.incident.Effect;
import ai.therapysync.crisis.incident.Incident;
import ai.therapysync.crisis.incident.IncidentBook;
import ai.therapysync.crisis.incident.IncidentId;
import ai.therapysync.crisis.incident.IncidentState;
import ai.therapysync.crisis.incident.Outcome;
import ai.therapysync.crisis.incident.Situation;
import ai.therapysync.crisis.people.PersonInCare;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** One incident, kept in memory. */
final class FakeIncidentBook implements IncidentBook {
  private final List<Effect> effects = new ArrayList<>();
  private CaseFile file;
  private int changes;

  FakeIncidentBook(Incident incident, Situation situation) {
    this.file = new CaseFile(incident, situation);
  }

  /** What has happened to it, by the words of its timeline. */
  List<String> timeline() {
    return effects.stream()
        .filter(Effect.Happened.class::isInstance)
        .map(effect -> ((Effect.Happened) effect).what())
        .toList();
  }

  PersonInCare person() {
    return file.situation().person();
  }

  IncidentState state() {
    return file.incident().state();
  }

  int changes() {
    return changes;
  }

  @Override
  public boolean ring(String timer, IncidentId id, BiFunction<Incident, Situation, Outcome> rule) {
    return change(id, rule);
  }

  @Override
  public boolean change(IncidentId id, BiFunction<Incident, Situation, Outcome> rule) {
    if (look(id).isEmpty()) {
      return false;
    }
    changes++;
    Outcome outcome = rule.apply(file.incident(), file.situation());
    effects.addAll(outcome.effects());
    file = new CaseFile(outcome.incident(), file.situation());
    return true;
  }

  @Override
  public Optional<CaseFile> look(IncidentId id) {
    boolean open = !(file.incident().state() instanceof IncidentState.Resolved);
    return Optional.of(file).filter(one -> open && one.incident().id().equals(id));
  }
}
