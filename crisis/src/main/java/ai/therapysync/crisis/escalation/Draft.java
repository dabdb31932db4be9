package ai.therapysync.crisis.escalation;

import ai.therapysync.crisis.incident.Effect;
import ai.therapysync.crisis.incident.EscalationPolicy;
import ai.therapysync.crisis.incident.Incident;
import ai.therapysync.crisis.incident.IncidentEvent;
import ai.therapysync.crisis.incident.IncidentState;
import ai.therapysync.crisis.incident.Outcome;
import ai.therapysync.crisis.incident.Situation;
import ai.therapysync.crisis.people.ContactId;
import ai.therapysync.crisis.people.EmergencyContact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An incident while one event is being thought through: where it stands, and what follows so far.
 */
final class Draft {
  final Situation situation;
  private Incident incident;
  private final List<Effect> effects = new ArrayList<>();

  Draft(Incident incident, Situation situation) {
    this.incident = incident;
    this.situation = situation;
  }

  Incident incident() {
    return incident;
  }

  IncidentState state() {
    return incident.state();
  }

  EscalationPolicy policy() {
    return situation.policy();
  }

  Instant now() {
    return situation.now();
  }

  Draft become(Incident next) {
    incident = next;
    return this;
  }

  /** To another step: timers set before are void. */
  Draft moveTo(IncidentState next) {
    incident = incident.at(next);
    return this;
  }

  Draft add(Effect effect) {
    effects.add(effect);
    return this;
  }

  Draft timer(IncidentEvent.Timer timer, Instant at) {
    return add(new Effect.SetTimer(timer, at));
  }

  Draft happened(String what, Map<String, String> details) {
    return add(new Effect.Happened(what, details));
  }

  Draft happened(String what) {
    return happened(what, Map.of());
  }

  Optional<EmergencyContact> contact(ContactId id) {
    return situation.contacts().stream()
        .filter(contact -> contact.id().equals(id))
        .findFirst()
        .map(this::byAllowedWays);
  }

  private EmergencyContact byAllowedWays(EmergencyContact contact) {
    EscalationPolicy.Telling telling = policy().telling();
    return contact.by(telling.bySms(), telling.byMail());
  }

  /** Whom the ladder may ask, in its order. */
  List<EmergencyContact> eligible() {
    return situation.contacts().stream()
        .filter(this::mayBeTold)
        .map(this::byAllowedWays)
        .filter(EmergencyContact::isReachable)
        .toList();
  }

  /** Whether a contact may still hear of this incident. */
  boolean mayBeTold(EmergencyContact contact) {
    return incident.mayTell(contact);
  }

  Outcome outcome() {
    return new Outcome(incident, effects);
  }
}
