package ai.therapysync.crisis;

import ai.therapysync.crisis.escalation.ContactChecks;
import ai.therapysync.crisis.escalation.Escalation;
import ai.therapysync.crisis.escalation.Rehearsal;
import ai.therapysync.crisis.incident.Effect;
import ai.therapysync.crisis.incident.Incident;
import ai.therapysync.crisis.incident.IncidentEvent;
import ai.therapysync.crisis.incident.IncidentId;
import ai.therapysync.crisis.incident.Outcome;
import ai.therapysync.crisis.incident.Recipient;
import ai.therapysync.crisis.incident.Situation;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.notice.AlertSubject;
import ai.therapysync.crisis.notice.Medium;
import ai.therapysync.crisis.notice.Notice;
import ai.therapysync.crisis.notice.NoticeWords;
import ai.therapysync.crisis.notice.NoticeWriter;
import ai.therapysync.crisis.notice.PageLinks;
import ai.therapysync.crisis.people.EmailAddress;
import ai.therapysync.crisis.risk.Assessment;
import ai.therapysync.crisis.risk.Utterance;
import ai.therapysync.crisis.safety.CheckIn;
import ai.therapysync.crisis.safety.SafeReply;
import ai.therapysync.crisis.screening.Screen;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The crisis module's only door: grades messages, decides what happens to incidents, and finds the
 * words.
 */
public final class CrisisDesk {
  private final Screen screen;
  private final Escalation escalation;
  private final SafeReply safeReply;
  private final CheckIn checkIn;
  private final NoticeWriter notices;
  private final ContactChecks contactChecks;
  private final PageLinks links;

  /** With the screen that decides at once, and the words. */
  public CrisisDesk(Screen screen, SafeReply safeReply, NoticeWriter notices, PageLinks links) {
    this.screen = screen;
    this.checkIn = new CheckIn(safeReply);
    this.escalation = new Escalation(notices, links, checkIn);
    this.safeReply = safeReply;
    this.notices = notices;
    this.contactChecks = new ContactChecks(notices, links);
    this.links = links;
  }

  /** Grades a message in the light of what was said before it. */
  public Assessment screen(Utterance message, List<Utterance> before, Optional<Language> language) {
    return screen.assess(message, before, language);
  }

  /** A first emergency opens an incident under the given new id. */
  public Outcome open(IncidentId id, Assessment cry, Situation situation) {
    return escalation.open(id, cry, situation);
  }

  /** A message of the person while their incident is open, dangerous or not. */
  public Outcome said(Incident incident, Assessment message, Situation situation) {
    return escalation.said(incident, message, situation);
  }

  /** Anything else that happens to an incident. */
  public Outcome on(Incident incident, IncidentEvent event, Situation situation) {
    return escalation.on(incident, event, situation);
  }

  /** What would happen, thought through beforehand by the same rules. */
  public Rehearsal rehearsal() {
    return new Rehearsal(escalation);
  }

  /** The words for a person in danger. */
  public String safeReply(SafeReply.Moment moment) {
    return safeReply.write(moment);
  }

  /** How a person is asked after the worst is over, and what their answer means. */
  public CheckIn checkIn() {
    return checkIn;
  }

  /** How contacts are asked before anything has happened. */
  public ContactChecks contactChecks() {
    return contactChecks;
  }

  /** All fixed words for people in danger, for callers that need another than the safe reply. */
  public SafeReply words() {
    return safeReply;
  }

  /** "1 yes, 2 can't", to a contact who answered anything else. */
  public String prompt(String firstName, Language language) {
    return message(new Notice.AnswerPrompt(firstName), language);
  }

  /** Which of several incidents a bare answer is for. */
  public String whichOne(List<Notice.Coded> waiting, Language language) {
    return message(new Notice.WhichOne(waiting), language);
  }

  /** It is over: to a contact who answers after the end. */
  public String over(String firstName, Language language) {
    return message(new Notice.Over(firstName), language);
  }

  /** Alarms operators, where no incident does it by itself. */
  public List<Effect> alarm(
      Notice.Reason reason, AlertSubject subject, List<EmailAddress> operators) {
    Notice alert =
        new Notice.OperatorAlert(reason, subject.reference(), links.forOperators(subject));
    NoticeWords words = notices.write(alert, Language.ENGLISH, Medium.MAIL);
    Stream<Effect> mails =
        operators.stream()
            .map(mail ->
                new Effect.Send(
                    new Recipient.OperatorMail(mail),
                    Effect.Purpose.OPERATOR_ALERT,
                    words,
                    Optional.empty()));
    return Stream.concat(Stream.of(new Effect.AlarmOperators(reason, subject)), mails).toList();
  }

  private String message(Notice notice, Language language) {
    return notices.write(notice, language, Medium.MESSAGE).text();
  }
}
