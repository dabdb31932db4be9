package ai.therapysync.crisis.escalation;

import ai.therapysync.crisis.incident.IncidentEvent;
import ai.therapysync.crisis.incident.IncidentState;
import ai.therapysync.crisis.incident.IncidentState.Climbing;
import ai.therapysync.crisis.incident.IncidentState.Held;
import ai.therapysync.crisis.notice.Notice;
import ai.therapysync.crisis.people.ContactId;
import ai.therapysync.crisis.people.EmergencyContact;
import ai.therapysync.crisis.risk.RiskLevel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How the ladder climbs: whom it asks next, when it waits, and when it is used up. */
final class Ladder {
  private final Announcer announcer;

  Ladder(Announcer announcer) {
    this.announcer = announcer;
  }

  /** From the first rung. */
  void start(Draft draft) {
    draft.happened("ladder_started");
    climb(draft, 1, List.of(), false);
  }

  /** The rung's time is up: the next contact, the next round, or nobody is left. */
  void timeUp(Draft draft, Climbing climbing) {
    draft.happened("rung_unanswered", Map.of("contact", climbing.current().toString()));
    onward(draft, climbing.round(), climbing.paged(), climbing.accepted());
  }

  /**
   * The rung has failed: the next contact at once. A new round waits for the time of the last rung,
   * so that a dead provider does not burn all rounds in a second; but where no page at all was
   * taken, operators need not wait for the last round to hear of it.
   */
  void failed(Draft draft, Climbing climbing) {
    if (hasNext(draft, climbing.paged())) {
      climb(draft, climbing.round(), climbing.paged(), climbing.accepted());
      return;
    }
    if (climbing.round() >= draft.policy().timing().rounds() || draft.eligible().isEmpty()) {
      exhaust(draft, Notice.Reason.UNANSWERED);
      return;
    }
    if (!climbing.accepted()) {
      announcer.alarm(draft, Notice.Reason.NOBODY_REACHED);
    }
  }

  /** The responder is gone: on with those who have not been asked in this round. */
  void resume(Draft draft, Held held, boolean waited) {
    draft.happened("ladder_resumed");
    if (waited || held.paged().isEmpty() || hasNext(draft, held.paged())) {
      onward(draft, held.round(), held.paged(), false);
      return;
    }
    if (held.round() >= draft.policy().timing().rounds() || draft.eligible().isEmpty()) {
      exhaust(draft, Notice.Reason.UNANSWERED);
      return;
    }
    await(draft, held.round(), held.paged(), false);
  }

  /** Nobody is left, or nobody may be asked. */
  void exhaust(Draft draft, Notice.Reason reason) {
    boolean begun = !draft.incident().told().isEmpty();
    draft.moveTo(new IncidentState.Unanswered(begun));
    draft.happened("unanswered", Map.of("reason", reason.name().toLowerCase(Locale.ROOT)));
    announcer.alarm(draft, reason);
    draft.timer(
        IncidentEvent.Timer.OPERATORS,
        draft.now().plus(draft.policy().timing().operatorReminder()));
  }

  private void onward(Draft draft, int round, List<ContactId> paged, boolean accepted) {
    if (hasNext(draft, paged)) {
      climb(draft, round, paged, accepted);
      return;
    }
    if (round >= draft.policy().timing().rounds()) {
      exhaust(draft, Notice.Reason.UNANSWERED);
      return;
    }
    draft.happened("round_started", Map.of("round", String.valueOf(round + 1)));
    climb(draft, round + 1, List.of(), accepted);
  }

  private void climb(Draft draft, int round, List<ContactId> before, boolean accepted) {
    List<ContactId> paged = new ArrayList<>(before);
    for (EmergencyContact contact : draft.eligible()) {
      if (paged.contains(contact.id())) {
        continue;
      }
      paged.add(contact.id());
      ask(draft, contact, round);
      if (!contact.phoneUnusable()) {
        await(draft, round, paged, accepted);
        return;
      }
      draft.happened("rung_failed", Map.of("contact", contact.id().toString(), "why", "number"));
    }
    if (paged.isEmpty()) {
      exhaust(draft, Notice.Reason.UNANSWERED);
      return;
    }
    await(draft, round, paged, accepted);
  }

  private void ask(Draft draft, EmergencyContact contact, int round) {
    Notice.Strength strength =
        draft.incident().level() == RiskLevel.IMMINENT ? Notice.Strength.NOW : Notice.Strength.CALM;
    draft.happened(
        "paged", Map.of("contact", contact.id().toString(), "round", String.valueOf(round)));
    announcer.page(draft, contact, strength);
  }

  private void await(Draft draft, int round, List<ContactId> paged, boolean accepted) {
    Instant deadline = draft.now().plus(draft.policy().timing().ackTimeout());
    draft.moveTo(new Climbing(round, paged, deadline, accepted));
    draft.timer(IncidentEvent.Timer.RUNG, deadline);
  }

  private static boolean hasNext(Draft draft, List<ContactId> paged) {
    return draft.eligible().stream().anyMatch(contact -> !paged.contains(contact.id()));
  }
}
