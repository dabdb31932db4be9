package ai.therapysync.crisis.escalation;

import ai.therapysync.crisis.incident.Aftercare;
import ai.therapysync.crisis.incident.Effect;
import ai.therapysync.crisis.incident.EscalationPolicy;
import ai.therapysync.crisis.incident.IncidentEvent.Timer;
import ai.therapysync.crisis.incident.IncidentState;
import ai.therapysync.crisis.notice.Notice;
import ai.therapysync.crisis.people.PersonInCare;
import ai.therapysync.crisis.safety.CheckIn;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What comes after someone has it: the person is asked how they are, and an incident ends by itself
 * only after quiet days and an answer that they are safe.
 */
final class Aftermath {
  private final Announcer announcer;
  private final Answers answers;
  private final CheckIn checkIn;

  Aftermath(Announcer announcer, Answers answers, CheckIn checkIn) {
    this.announcer = announcer;
    this.answers = answers;
    this.checkIn = checkIn;
  }

  /** The time has come to look after the person. Where nobody has it, the ladder does. */
  void due(Draft draft) {
    if (!(draft.state() instanceof IncidentState.Held)) {
      return;
    }
    Aftercare care = draft.incident().aftercare();
    Instant next = next(draft, care);
    if (next.isAfter(draft.now())) {
      draft.timer(Timer.CHECK_IN, next);
      return;
    }
    if (care.foundSafe()) {
      end(draft);
      return;
    }
    ask(draft, care);
  }

  /** The person said that they are safe: now only quiet is waited for. */
  void safe(Draft draft) {
    Aftercare care = draft.incident().aftercare();
    if (!care.awaitsAnswer()) {
      return;
    }
    draft.become(draft.incident().with(care.safe(draft.now())));
    draft.happened("person_safe");
    draft.timer(Timer.CHECK_IN, next(draft, draft.incident().aftercare()));
  }

  private static Instant next(Draft draft, Aftercare care) {
    EscalationPolicy.FollowUp policy = draft.policy().followUp();
    return care.foundSafe()
        ? care.troubledAt().plus(policy.quiet())
        : care.askedAt().orElse(care.troubledAt()).plus(policy.checkInAfter());
  }

  private void ask(Draft draft, Aftercare care) {
    Optional<Instant> writable = draft.situation.writableFrom();
    if (writable.filter(from -> from.isAfter(draft.now())).isPresent()) {
      draft.timer(Timer.CHECK_IN, writable.get());
      return;
    }
    if (writable.isEmpty() || care.asked() >= draft.policy().followUp().checkIns()) {
      announcer.alarm(draft, Notice.Reason.CHECK_IN_SILENT);
    } else {
      draft.add(
          new Effect.AskPerson(draft.situation.person().language(), words(draft, care.asked())));
      draft.happened("checked_in", Map.of("time", String.valueOf(care.asked() + 1)));
    }
    draft.become(draft.incident().with(care.asking(draft.now())));
    draft.timer(Timer.CHECK_IN, draft.now().plus(draft.policy().followUp().checkInAfter()));
  }

  private String words(Draft draft, int asked) {
    PersonInCare person = draft.situation.person();
    return checkIn.ask(
        person.language(), person.firstName(), person.region(), person.mainRegion(), asked);
  }

  private void end(Draft draft) {
    draft.moveTo(new IncidentState.Resolved());
    draft
        .add(new Effect.Close("Quiet for three days; asked, the person said that they are safe"))
        .happened("resolved", Map.of("by", "quiet"));
    answers.tellPaged(draft, new Notice.Over(Announcer.name(draft)), Optional.empty());
  }
}
