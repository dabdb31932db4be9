package ai.therapysync.crisis.escalation;

import ai.therapysync.crisis.escalation.Rehearsal.Beat;
import ai.therapysync.crisis.escalation.Rehearsal.Course;
import ai.therapysync.crisis.incident.Effect;
import ai.therapysync.crisis.incident.Incident;
import ai.therapysync.crisis.incident.IncidentEvent;
import ai.therapysync.crisis.incident.IncidentState;
import ai.therapysync.crisis.incident.Outcome;
import ai.therapysync.crisis.incident.Situation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/** Where a rehearsed incident stands, which timers are set, and what has followed so far. */
final class Stage {
  private final Escalation escalation;
  private final Situation situation;
  private final Instant beginning;
  private final List<Beat> beats = new ArrayList<>();
  private final PriorityQueue<Alarm> alarms =
      new PriorityQueue<>(Comparator.comparing(Alarm::at).thenComparingInt(Alarm::order));
  private Incident incident;
  private int set;

  Stage(Escalation escalation, Situation situation, Incident incident) {
    this.escalation = escalation;
    this.situation = situation;
    this.beginning = situation.now();
    this.incident = incident;
  }

  /** A timer, with the step for which it was set. */
  private record Alarm(Instant at, int order, IncidentEvent.Timer timer, int step) {}

  Incident incident() {
    return incident;
  }

  List<Beat> beats() {
    return beats;
  }

  Duration last() {
    return beats.isEmpty() ? Duration.ZERO : beats.getLast().after();
  }

  Course course(boolean complete) {
    return new Course(beats, complete);
  }

  /** Lets the next timer ring; those that say nothing leave no beat. False where none is set. */
  boolean ringNext() {
    int before = beats.size();
    while (beats.size() == before) {
      Optional<Alarm> next = Optional.ofNullable(alarms.poll());
      if (next.isEmpty()) {
        return false;
      }
      happens(
          Duration.between(beginning, next.get().at()),
          new IncidentEvent.TimerRang(next.get().timer(), next.get().step()));
    }
    return true;
  }

  void happens(Duration after, IncidentEvent event) {
    follow(after, escalation.on(incident, event, at(beginning.plus(after))));
  }

  void follow(Duration after, Outcome outcome) {
    incident = outcome.incident();
    List<Effect> seen = new ArrayList<>();
    for (Effect effect : outcome.effects()) {
      if (effect instanceof Effect.SetTimer(IncidentEvent.Timer timer, Instant at)) {
        alarms.add(new Alarm(at, set++, timer, incident.step()));
      } else {
        seen.add(effect);
      }
    }
    if (!seen.isEmpty()) {
      beats.add(new Beat(after, seen));
    }
  }

  boolean isOver() {
    return incident.state() instanceof IncidentState.Resolved;
  }

  boolean asksResponder() {
    return latest()
        .anyMatch(effect ->
            effect instanceof Effect.Send send && send.purpose() == Effect.Purpose.QUESTION);
  }

  boolean asksPerson() {
    return latest().anyMatch(Effect.AskPerson.class::isInstance);
  }

  boolean alarmsOperators() {
    return latest().anyMatch(Effect.AlarmOperators.class::isInstance);
  }

  private Stream<Effect> latest() {
    return beats.isEmpty() ? Stream.empty() : beats.getLast().effects().stream();
  }

  /** The same people, later; they can be written to at any hour. */
  private Situation at(Instant now) {
    return new Situation(
        situation.person(),
        situation.contacts(),
        situation.households(),
        situation.operators(),
        situation.escalationEnabled(),
        situation.recentAbuse(),
        situation.codes(),
        situation.whereabouts(),
        Optional.of(now),
        situation.policy(),
        now);
  }
}
