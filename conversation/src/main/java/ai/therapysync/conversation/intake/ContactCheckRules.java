package ai.therapysync.conversation.intake;

import ai.therapysync.conversation.intake.Received.Kind;
import ai.therapysync.conversation.intake.Received.NumberChange;
import ai.therapysync.crisis.CrisisDesk;
import ai.therapysync.crisis.incident.Effect;
import ai.therapysync.crisis.notice.AlertSubject;
import ai.therapysync.crisis.notice.Answer;
import ai.therapysync.crisis.notice.Notice;
import ai.therapysync.crisis.people.ContactReadiness;
import ai.therapysync.crisis.people.ContactReadiness.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Whether contacts may be called on: a person has them asked, and they answer. */
final class ContactCheckRules {
  private final CrisisDesk desk;
  private final DoorTexts door;

  ContactCheckRules(CrisisDesk desk, DoorTexts door) {
    this.desk = desk;
    this.door = door;
  }

  /** Asks those who may be asked, and tells the person where each stands. */
  void ask(Arrival arrival, List<ContactReadiness> contacts, Findings findings) {
    Instant now = arrival.at().now();
    List<Effect.Send> questions = desk.contactChecks().ask(arrival.person(), contacts, now);
    findings.follows(List.copyOf(questions));
    findings.gate("contacts", "checked", questions.size() + " asked");
    findings.answer(Kind.CONTACTS, standings(arrival, contacts));
  }

  private String standings(Arrival arrival, List<ContactReadiness> contacts) {
    List<String> lines = new ArrayList<>();
    for (Standing standing : Standing.values()) {
      List<String> names = names(contacts, arrival.at().now(), standing).toList();
      if (standing != Standing.NOT_TOLD && standing != Standing.OPTED_OUT && !names.isEmpty()) {
        lines.add(door.standing(arrival.writer().language(), standing, names));
      }
    }
    return door.contacts(arrival.writer().language(), lines);
  }

  /** Who said STOP can't be reached by us either. */
  private static Stream<String> names(
      List<ContactReadiness> contacts, Instant now, Standing wanted) {
    return contacts.stream()
        .filter(one -> {
          Standing standing = one.standing(now);
          return (standing == Standing.OPTED_OUT ? Standing.NO_WAY : standing) == wanted;
        })
        .map(one -> one.contact().name().strip())
        .filter(name -> !name.isEmpty());
  }

  /**
   * A contact's answer.
   *
   * @return false when it is chat
   */
  boolean take(Errand.Check check, Answer answer, Circumstances at, Findings findings) {
    boolean ofAUser = at.sender() instanceof Sender.Known;
    return switch (answer) {
      case Answer.Yes _ -> said(check, true, at, findings) || !ofAUser;
      case Answer.No _ -> said(check, false, at, findings) || !ofAUser;
      case Answer.Other _ -> !ofAUser && other(check, findings);
    };
  }

  /** Whether that was news: a "yes" after our thanks is only kindness. */
  private boolean said(Errand.Check check, boolean yes, Circumstances at, Findings findings) {
    boolean known = yes ? check.verified() && !check.declined() : check.declined();
    if (check.isThanked() && known) {
      findings.gate("contacts", "silent", "answered before");
      return false;
    }
    findings.number(new NumberChange.ContactAnswered(check.contact(), yes));
    findings.gate("contacts", yes ? "verified" : "declined", "an answer to what we sent last");
    findings.answer(
        Kind.CONTACT_CHECK_THANKS,
        desk.contactChecks().thanks(check.firstName(), yes, check.language()));
    if (!yes && !check.declined()) {
      findings.follows(
          desk.alarm(
              Notice.Reason.CONTACT_DECLINED,
              new AlertSubject.OfPerson(check.person().value()),
              at.operators()));
    }
    return true;
  }

  /** Asked for 1 or 2 once; whoever writes on to a number of ours needs no closed door. */
  private boolean other(Errand.Check check, Findings findings) {
    if (check.isAskedNow()) {
      findings.gate("contacts", "prompted", "neither yes nor no");
      findings.answer(
          Kind.CONTACT_CHECK_AGAIN,
          desk.contactChecks().again(check.firstName(), check.language()));
      return true;
    }
    findings.gate("contacts", "silent", "neither yes nor no, again");
    return true;
  }
}
