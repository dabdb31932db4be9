package ai.therapysync.conversation.intake;

import ai.therapysync.conversation.intake.Received.Kind;
import ai.therapysync.conversation.intake.Received.TurnChange;
import ai.therapysync.conversation.message.Choices;
import ai.therapysync.conversation.message.MessageType;
import ai.therapysync.conversation.occasion.QuickAnswers;
import ai.therapysync.crisis.CrisisDesk;
import ai.therapysync.crisis.incident.Effect;
import ai.therapysync.crisis.incident.Incident;
import ai.therapysync.crisis.incident.IncidentEvent;
import ai.therapysync.crisis.incident.IncidentId;
import ai.therapysync.crisis.incident.IncidentState;
import ai.therapysync.crisis.incident.Outcome;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.notice.AlertSubject;
import ai.therapysync.crisis.notice.Notice;
import ai.therapysync.crisis.risk.Assessment;
import ai.therapysync.crisis.risk.Category;
import ai.therapysync.crisis.risk.RiskLevel;
import ai.therapysync.crisis.risk.Subject;
import ai.therapysync.crisis.safety.SafeReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a message does that opens an incident, or comes while one is open. */
final class IncidentRules {
  private final CrisisDesk desk;
  private final Words words;
  private final DoorTexts door;
  private final QuickAnswers quick = new QuickAnswers();

  IncidentRules(CrisisDesk desk, Words words, DoorTexts door) {
    this.desk = desk;
    this.words = words;
    this.door = door;
  }

  void emergency(Arrival arrival, Findings findings) {
    Outcome outcome =
        desk.open(new IncidentId(arrival.at().newId()), arrival.seen(), arrival.writer().crisis());
    findings.gate("crisis", "incident_opened", arrival.seen().level().word());
    sayWhoIsNotTold(arrival, outcome.incident(), findings);
    answer(arrival, placed(arrival, outcome), findings);
  }

  /** With the place that the message shows, if it does. */
  private Outcome placed(Arrival arrival, Outcome outcome) {
    return arrival.message().place().isPresent()
        ? then(arrival, outcome, new IncidentEvent.PlaceSent())
        : outcome;
  }

  /** A voice note may be a cry for help that only a human can hear. */
  private Outcome unheard(Arrival arrival, Outcome outcome) {
    return Unheard.is(arrival.message())
        ? then(
            arrival,
            outcome,
            new IncidentEvent.Unheard(arrival.message().type().word(), Unheard.isFirst(arrival)))
        : outcome;
  }

  private Outcome then(Arrival arrival, Outcome outcome, IncidentEvent event) {
    Outcome next = desk.on(outcome.incident(), event, arrival.writer().crisis());
    List<Effect> all = new ArrayList<>(outcome.effects());
    all.addAll(next.effects());
    return new Outcome(next.incident(), all);
  }

  /**
   * While an incident is open every message is answered in its manner. Where a human holds the
   * conversation, or automatic replies are off, they answer; a further emergency gets its safe
   * reply all the same: nobody can promise that the human looks at this very moment.
   */
  void during(Arrival arrival, Incident incident, Findings findings) {
    boolean safe = saysSafe(arrival, incident, findings);
    Outcome heard =
        safe
            ? desk.on(incident, new IncidentEvent.PersonSafe(), arrival.writer().crisis())
            : desk.said(incident, arrival.seen(), arrival.writer().crisis());
    Outcome outcome = unheard(arrival, placed(arrival, heard));
    if (arrival.seen().isEmergency()) {
      sayWhoIsNotTold(arrival, outcome.incident(), findings);
    } else if (isLeftAlone(arrival, findings)) {
      findings.cased(outcome);
      return;
    }
    findings.gate("crisis", "safe_reply", "an incident is open");
    if (safe) {
      String thanks =
          desk.checkIn()
              .thanks(language(arrival), arrival.person().region(), arrival.person().mainRegion());
      answer(arrival, outcome, thanks, Optional.empty(), findings);
      return;
    }
    answer(arrival, outcome, findings);
  }

  /** Whether nothing is answered now, and the timeline's reason. */
  private boolean isLeftAlone(Arrival arrival, Findings findings) {
    if (arrival.isForHumans()) {
      if (arrival.seen().level() == RiskLevel.CONCERN) {
        findings.follows(
            desk.alarm(
                Notice.Reason.CONCERN_WAITS,
                new AlertSubject.OfPerson(arrival.writer().id().value()),
                arrival.at().operators()));
      }
      findings.gate("crisis", "waits_for_human", "a human answers this person");
      return true;
    }
    if (arrival.at().optedOut() && arrival.seen().level() == RiskLevel.NONE) {
      findings.gate("opt_out", "silent", "the number said STOP");
      return true;
    }
    return false;
  }

  /** The timeline says why no contact was told: the person's say, or where the danger may be. */
  private static void sayWhoIsNotTold(Arrival arrival, Incident incident, Findings findings) {
    if (!arrival.writer().crisis().escalationEnabled()) {
      findings.gate("escalation", "nobody_told", "the person has switched escalation off");
    }
    if (incident.closeDanger()) {
      findings.gate("escalation", "only_safe_told", "someone close may be the danger");
    }
    if (arrival.seen().subject() == Subject.SOMEONE_ELSE) {
      findings.gate("escalation", "nobody_told", "someone else is in danger");
    }
  }

  /** A button of an earlier question says nothing of today. */
  private boolean saysSafe(Arrival arrival, Incident incident, Findings findings) {
    return incident.state() instanceof IncidentState.Held
        && incident.aftercare().awaitsAnswer()
        && soundsSafe(arrival, findings);
  }

  private boolean soundsSafe(Arrival arrival, Findings findings) {
    return arrival.seen().level() == RiskLevel.NONE
        && !findings.isLate()
        && desk.checkIn().saysSafe(arrival.message().text());
  }

  private String askingForWords(Arrival arrival, String text) {
    return Unheard.is(arrival.message())
        ? door.unheard(language(arrival), arrival.message().type() == MessageType.AUDIO)
            + "\n"
            + text
        : text;
  }

  private String safeReply(Arrival arrival, Incident incident) {
    Assessment seen = arrival.seen();
    Category category =
        seen.category()
            .or(() -> incident.categories().stream().findFirst())
            .orElse(Category.SUICIDE);
    RiskLevel level = seen.isEmergency() ? seen.level() : incident.level();
    return desk.safeReply(
        new SafeReply.Moment(
            language(arrival),
            arrival.person().region(),
            arrival.person().mainRegion(),
            level,
            category,
            subject(arrival, incident),
            incident.safeReplies()));
  }

  private static Subject subject(Arrival arrival, Incident incident) {
    Assessment seen = arrival.seen();
    return seen.level() == RiskLevel.NONE ? incident.subject() : seen.subject();
  }

  private void answer(Arrival arrival, Outcome outcome, Findings findings) {
    boolean another = subject(arrival, outcome.incident()) == Subject.SOMEONE_ELSE;
    Choices choices =
        another ? quick.safetyOfAnother(language(arrival)) : quick.safety(language(arrival));
    String text = askingForWords(arrival, safeReply(arrival, outcome.incident()));
    boolean heard = !another && soundsSafe(arrival, findings);
    answer(
        arrival,
        outcome,
        heard ? door.safeNow(language(arrival)) + " " + text : text,
        Optional.of(choices),
        findings);
  }

  private void answer(
      Arrival arrival, Outcome outcome, String text, Optional<Choices> choices, Findings findings) {
    String whole =
        arrival.excluded().isEmpty()
            ? text
            : door.excludedNow(language(arrival), arrival.excludedNames()) + "\n" + text;
    findings.answer(Kind.SAFE_REPLY, whole, choices);
    findings.cased(new Outcome(outcome.incident().answered(), outcome.effects()));
    findings.turn(new TurnChange.Cancel());
  }

  /** The one that they write: this is about a crisis. */
  private Language language(Arrival arrival) {
    return words.language(arrival.message(), arrival.writer());
  }
}
