package ai.therapysync.crisis.escalation;

import ai.therapysync.crisis.incident.Effect;
import ai.therapysync.crisis.incident.Incident;
import ai.therapysync.crisis.incident.IncidentEvent;
import ai.therapysync.crisis.incident.IncidentId;
import ai.therapysync.crisis.incident.IncidentState;
import ai.therapysync.crisis.incident.IncidentState.Climbing;
import ai.therapysync.crisis.incident.IncidentState.Held;
import ai.therapysync.crisis.incident.Outcome;
import ai.therapysync.crisis.incident.Responder;
import ai.therapysync.crisis.incident.Situation;
import ai.therapysync.crisis.notice.Notice;
import ai.therapysync.crisis.notice.NoticeWriter;
import ai.therapysync.crisis.notice.PageLinks;
import ai.therapysync.crisis.people.ContactId;
import ai.therapysync.crisis.people.EmergencyContact;
import ai.therapysync.crisis.risk.Assessment;
import ai.therapysync.crisis.risk.Subject;
import ai.therapysync.crisis.safety.CheckIn;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an event does to an incident. Pure: the incident and its situation in, the incident and what
 * follows out.
 */
public final class Escalation {
  private final Announcer announcer;
  private final Ladder ladder;
  private final Answers answers;
  private final Aftermath aftermath;

  /** With the rules, the words, and the addresses that the words carry. */
  public Escalation(NoticeWriter writer, PageLinks links, CheckIn checkIn) {
    this.announcer = new Announcer(writer, links);
    this.ladder = new Ladder(announcer);
    this.answers = new Answers(announcer, ladder);
    this.aftermath = new Aftermath(announcer, answers, checkIn);
  }

  /** A first emergency opens an incident. */
  public Outcome open(IncidentId id, Assessment cry, Situation situation) {
    Draft draft =
        new Draft(Incident.opened(id, situation.person().id(), cry, situation.now()), situation);
    draft.happened("opened", Map.of("level", cry.level().word()));
    learnCloseDanger(draft, cry);
    begin(draft, cry);
    return draft.outcome();
  }

  /** A further message of the person while the incident is open, dangerous or not. */
  public Outcome said(Incident incident, Assessment message, Situation situation) {
    boolean graver = message.isEmergency() && message.level().compareTo(incident.level()) > 0;
    Draft draft = new Draft(incident.joinedBy(message, situation.now()), situation);
    learnCloseDanger(draft, message);
    boolean moved = draft.incident().step() != incident.step();
    if (message.isEmergency()) {
      draft.happened("joined", Map.of("level", message.level().word()));
      if (!moved) {
        join(draft, message, graver);
      }
    }
    return draft.outcome();
  }

  /** Anything else that happens to it. */
  public Outcome on(Incident incident, IncidentEvent event, Situation situation) {
    Draft draft = new Draft(incident, situation);
    switch (event) {
      case IncidentEvent.TimerRang rang -> rang(draft, rang);
      case IncidentEvent.PageAccepted accepted -> accepted(draft, accepted);
      case IncidentEvent.PageFailed failed -> failed(draft, failed);
      case IncidentEvent.ContactAnswered answered -> answers.contact(draft, answered);
      case IncidentEvent.OperatorAcknowledged taken -> answers.operator(draft, taken.operator());
      case IncidentEvent.OperatorResolved resolved -> resolve(draft, resolved);
      case IncidentEvent.ContactExcluded excluded -> excluded(draft, excluded);
      case IncidentEvent.PlaceSent _ -> answers.placed(draft);
      case IncidentEvent.Unheard unheard -> unheard(draft, unheard);
      case IncidentEvent.PersonSafe _ -> aftermath.safe(draft);
    }
    return draft.outcome();
  }

  /** Begins the ladder, or says why nobody is asked: then only operators are alarmed. */
  private void begin(Draft draft, Assessment cry) {
    if (cry.subject() == Subject.SOMEONE_ELSE) {
      ladder.exhaust(draft, Notice.Reason.SOMEONE_ELSE);
      return;
    }
    if (!draft.situation.escalationEnabled()) {
      ladder.exhaust(draft, Notice.Reason.ESCALATION_OFF);
      return;
    }
    if (!reachesPolicy(draft)) {
      ladder.exhaust(draft, Notice.Reason.BELOW_POLICY);
      return;
    }
    ladder.start(draft);
    alertFamily(draft);
  }

  /** Someone else's danger is for operators, whoever has the person's own. */
  private void join(Draft draft, Assessment cry, boolean graver) {
    if (cry.subject() == Subject.SOMEONE_ELSE) {
      announcer.alarm(draft, Notice.Reason.SOMEONE_ELSE);
      return;
    }
    boolean pages = draft.situation.escalationEnabled() && reachesPolicy(draft);
    switch (draft.state()) {
      case Climbing climbing -> {
        if (graver && pages) {
          pageAgain(draft, climbing);
        }
      }
      case Held held -> answers.furtherCry(draft, held, graver);
      case IncidentState.Unanswered _ -> {
        if (pages) {
          ladder.start(draft);
          alertFamily(draft);
        }
      }
      case IncidentState.Resolved _ -> {}
    }
  }

  private static boolean reachesPolicy(Draft draft) {
    return draft.incident().level().compareTo(draft.policy().telling().from()) >= 0;
  }

  /** The current rung again with stronger words; the next one's time does not move. */
  private void pageAgain(Draft draft, Climbing climbing) {
    draft
        .contact(climbing.current())
        .filter(draft::mayBeTold)
        .ifPresent(contact -> {
          draft.happened("paged_again", Map.of("contact", contact.id().toString()));
          announcer.page(draft, contact, Notice.Strength.GRAVER);
        });
  }

  private void alertFamily(Draft draft) {
    Incident incident = draft.incident();
    boolean allowed = draft.policy().telling().family() && !incident.closeDanger();
    if (incident.familyTold() || !allowed) {
      return;
    }
    announcer.alert(draft, draft.situation.households());
    draft.become(draft.incident().withFamilyTold());
  }

  /**
   * Contacts may be the danger: pages that run stop, a responder hears nothing more, and only
   * contacts who are marked safe are asked from now on.
   */
  private void learnCloseDanger(Draft draft, Assessment message) {
    boolean danger = message.closeDanger() || draft.situation.recentAbuse();
    if (!danger || draft.incident().closeDanger()) {
      return;
    }
    draft.become(draft.incident().withCloseDanger());
    draft.happened("close_danger");
    List<ContactId> safe = draft.eligible().stream().map(EmergencyContact::id).toList();
    draft.add(new Effect.WithdrawPages(safe));
    switch (draft.state()) {
      case Climbing climbing -> leaveUnsafe(draft, climbing.current());
      case Held held -> {
        if (held.responder() instanceof Responder.OfContact responder) {
          leaveUnsafe(draft, responder.id());
        }
      }
      case IncidentState.Unanswered _, IncidentState.Resolved _ -> {}
    }
    announcer.alarm(draft, Notice.Reason.DANGER_AT_HOME);
  }

  private void leaveUnsafe(Draft draft, ContactId holder) {
    if (draft.contact(holder).filter(draft::mayBeTold).isEmpty()) {
      ladder.start(draft);
    }
  }

  private void rang(Draft draft, IncidentEvent.TimerRang rang) {
    if (rang.timer() == IncidentEvent.Timer.CHECK_IN) {
      aftermath.due(draft);
      return;
    }
    if (rang.step() != draft.incident().step()) {
      return;
    }
    switch (draft.state()) {
      case Climbing climbing -> {
        if (rang.timer() == IncidentEvent.Timer.RUNG) {
          ladder.timeUp(draft, climbing);
        }
      }
      case Held held -> answers.silence(draft, held, rang.timer());
      case IncidentState.Unanswered _ -> {
        if (rang.timer() == IncidentEvent.Timer.OPERATORS) {
          announcer.alarm(draft, Notice.Reason.UNANSWERED);
          draft.timer(
              IncidentEvent.Timer.OPERATORS,
              draft.now().plus(draft.policy().timing().operatorReminder()));
        }
      }
      case IncidentState.Resolved _ -> {}
    }
  }

  private void accepted(Draft draft, IncidentEvent.PageAccepted accepted) {
    if (draft.state() instanceof Climbing climbing) {
      draft.become(
          draft
              .incident()
              .stay(new Climbing(climbing.round(), climbing.paged(), climbing.deadline(), true)));
      if (accepted.bySms() && accepted.step() == draft.incident().step()) {
        draft.timer(
            IncidentEvent.Timer.RECEIPT, draft.now().plus(draft.policy().timing().receiptWithin()));
      }
    }
  }

  private void failed(Draft draft, IncidentEvent.PageFailed failed) {
    boolean current =
        draft.state() instanceof Climbing climbing
            && failed.step() == draft.incident().step()
            && failed.contact().equals(climbing.current());
    boolean byNumber =
        failed.bySms()
            || draft
                .contact(failed.contact())
                .map(contact -> contact.phone().isEmpty())
                .orElse(true);
    draft.happened(
        "page_failed",
        Map.of(
            "contact", failed.contact().toString(), "channel", failed.bySms() ? "sms" : "email"));
    if (current && byNumber) {
      ladder.failed(draft, (Climbing) draft.state());
    }
  }

  /** It may be a cry for help, and it may be a cat: the ladder goes on as it does. */
  private void unheard(Draft draft, IncidentEvent.Unheard unheard) {
    draft.happened("unheard_sent", Map.of("kind", unheard.kind()));
    if (unheard.alarms()) {
      announcer.alarm(draft, Notice.Reason.UNHEARD);
    }
  }

  private void excluded(Draft draft, IncidentEvent.ContactExcluded excluded) {
    draft.happened("contact_excluded", Map.of("contact", excluded.contact().toString()));
    announcer.alarm(draft, Notice.Reason.CONTACT_EXCLUDED);
    switch (draft.state()) {
      case Climbing climbing -> {
        if (climbing.current().equals(excluded.contact())) {
          ladder.failed(draft, climbing);
        }
      }
      case Held held -> {
        if (held.responder().equals(new Responder.OfContact(excluded.contact()))) {
          ladder.resume(draft, held, false);
        }
      }
      case IncidentState.Unanswered _, IncidentState.Resolved _ -> {}
    }
  }

  private void resolve(Draft draft, IncidentEvent.OperatorResolved resolved) {
    draft.moveTo(new IncidentState.Resolved());
    draft.add(new Effect.WithdrawPages(List.of())).add(new Effect.Close(resolved.outcome()));
    draft.happened("resolved", Map.of("operator", resolved.operator().toString()));
    answers.tellPaged(draft, new Notice.Over(Announcer.name(draft)), Optional.empty());
  }
}
