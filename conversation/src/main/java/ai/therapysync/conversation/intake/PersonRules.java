package ai.therapysync.conversation.intake;

import ai.therapysync.conversation.hours.ResponseDelay;
import ai.therapysync.conversation.intake.Received.Kind;
import ai.therapysync.conversation.intake.Received.TurnChange;
import ai.therapysync.conversation.message.InboundMessage;
import ai.therapysync.crisis.CrisisDesk;
import ai.therapysync.crisis.incident.Incident;
import ai.therapysync.crisis.incident.IncidentId;
import ai.therapysync.crisis.incident.Outcome;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.notice.Notice;
import ai.therapysync.crisis.people.PersonInCare;
import ai.therapysync.crisis.risk.Assessment;
import ai.therapysync.crisis.risk.Category;
import ai.therapysync.crisis.risk.RiskLevel;
import ai.therapysync.crisis.safety.SafeReply;
import java.time.Instant;

/**
 * What a message of a person in care does: danger first, then the gates of an ordinary
 * conversation.
 */
final class PersonRules {
  private final CrisisDesk desk;
  private final Words words;

  PersonRules(CrisisDesk desk, Words words) {
    this.desk = desk;
    this.words = words;
  }

  /** One message of one person. */
  record Arrival(
      InboundMessage message, Assessment seen, boolean help, Circumstances at, Writer writer) {}

  void take(Arrival arrival, Findings findings) {
    Writer writer = arrival.writer();
    if (writer.incident().isPresent()) {
      duringIncident(arrival, writer.incident().get(), findings);
      return;
    }
    switch (arrival.seen().level()) {
      case HIGH, IMMINENT -> emergency(arrival, findings);
      case CONCERN -> concern(arrival, findings);
      case NONE -> ordinary(arrival, findings);
    }
  }

  private void emergency(Arrival arrival, Findings findings) {
    Outcome outcome =
        desk.open(new IncidentId(arrival.at().newId()), arrival.seen(), arrival.writer().crisis());
    findings.gate("crisis", "incident_opened", arrival.seen().level().word());
    answerSafely(arrival, outcome, findings);
  }

  /**
   * While an incident is open every message is answered in its manner. Where a human holds the
   * conversation, or automatic replies are off, they answer; a further emergency gets its safe
   * reply all the same: nobody can promise that the human looks at this very moment.
   */
  private void duringIncident(Arrival arrival, Incident incident, Findings findings) {
    Outcome outcome = desk.said(incident, arrival.seen(), arrival.writer().crisis());
    boolean forHumans =
        arrival.writer().humanHolds() || !arrival.writer().settings().autoResponses();
    if (forHumans && !arrival.seen().isEmergency()) {
      findings.cased(outcome);
      findings.gate("crisis", "waits_for_human", "a human answers this person");
      return;
    }
    if (arrival.at().optedOut() && arrival.seen().level() == RiskLevel.NONE) {
      findings.cased(outcome);
      findings.gate("opt_out", "silent", "the number said STOP");
      return;
    }
    findings.gate("crisis", "safe_reply", "an incident is open");
    answerSafely(arrival, outcome, findings);
  }

  private void answerSafely(Arrival arrival, Outcome outcome, Findings findings) {
    Incident incident = outcome.incident();
    Assessment seen = arrival.seen();
    Category category =
        seen.category()
            .or(() -> incident.categories().stream().findFirst())
            .orElse(Category.SUICIDE);
    RiskLevel level = seen.isEmergency() ? seen.level() : incident.level();
    findings.answer(
        Kind.SAFE_REPLY,
        desk.safeReply(
            new SafeReply.Moment(
                language(arrival),
                arrival.writer().crisis().person().region(),
                arrival.writer().crisis().person().mainRegion(),
                level,
                category,
                seen.subject(),
                incident.safeReplies())));
    findings.cased(new Outcome(incident.answered(), outcome.effects()));
    findings.turn(new TurnChange.Cancel());
  }

  private void concern(Arrival arrival, Findings findings) {
    if (arrival.writer().humanHolds() || !arrival.writer().settings().autoResponses()) {
      findings.follows(
          desk.alarm(
              Notice.Reason.CONCERN_WAITS,
              arrival.writer().id().value(),
              arrival.at().operators()));
      findings.gate("crisis", "waits_for_human", "concern; operators alerted");
      return;
    }
    if (arrival.help()) {
      PersonInCare person = arrival.writer().crisis().person();
      findings.answer(
          Kind.HELP_ANSWER,
          desk.words().helpAnswer(language(arrival), person.region(), person.mainRegion()));
      findings.gate("crisis", "help_answered", "HELP alone");
      return;
    }
    findings.turn(new TurnChange.Join(arrival.at().now(), true));
    findings.gate("crisis", "answer_at_once", "concern");
  }

  private void ordinary(Arrival arrival, Findings findings) {
    Writer writer = arrival.writer();
    if (arrival.at().optedOut()) {
      findings.gate("opt_out", "silent", "the number said STOP");
      return;
    }
    if (writer.humanHolds()) {
      findings.gate("takeover", "waits_for_human", "a human holds the conversation");
      return;
    }
    if (!writer.settings().autoResponses()) {
      findings.gate("auto_responses", "waits_for_human", "automatic replies are off");
      return;
    }
    Instant now = arrival.at().now();
    Instant first = writer.waiting().map(Writer.WaitingTurn::firstAt).orElse(now);
    findings.turn(
        new TurnChange.Join(
            ResponseDelay.due(first, now, writer.settings().responseDelay()), false));
  }

  /** The message's own language when it is clearly another one: this is about a crisis. */
  private Language language(Arrival arrival) {
    return words.language(arrival.message()).orElse(arrival.writer().language());
  }
}
