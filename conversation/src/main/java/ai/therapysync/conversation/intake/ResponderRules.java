package ai.therapysync.conversation.intake;

import ai.therapysync.conversation.intake.Received.Kind;
import ai.therapysync.conversation.intake.Received.NumberChange;
import ai.therapysync.crisis.CrisisDesk;
import ai.therapysync.crisis.incident.Effect;
import ai.therapysync.crisis.incident.IncidentEvent;
import ai.therapysync.crisis.incident.Situation;
import ai.therapysync.crisis.notice.Answer;
import ai.therapysync.crisis.notice.Notice;
import java.util.List;
import java.util.Optional;

/** What an answer to a page, a receipt, a question or a family alert does. */
final class ResponderRules {
  private final CrisisDesk desk;
  private final ContactCheckRules checks;

  ResponderRules(CrisisDesk desk, ContactCheckRules checks) {
    this.desk = desk;
    this.checks = checks;
  }

  /**
   * Takes the message as an answer, if it is one.
   *
   * @return false when it is chat
   */
  boolean take(Answer answer, Circumstances at, Findings findings) {
    Errand errand = at.errand().orElseThrow().toldOnly();
    // Someone in danger comes before a question for quiet days.
    if (errand.check().isPresent() && errand.waiting().isEmpty()) {
      return checks.take(errand.check().get(), answer, at, findings);
    }
    if (errand.alert().isEmpty() && errand.waiting().isEmpty() && at.errand().get().isSilenced()) {
      return silence(answer, at, findings);
    }
    return switch (answer) {
      case Answer.Yes(Optional<String> code) -> answered(errand, code, true, findings);
      case Answer.No(Optional<String> code) -> answered(errand, code, false, findings);
      case Answer.Other _ -> other(errand, at, findings);
    };
  }

  /** Who may be the danger, or must not be told, hears nothing more; a user's own chat goes on. */
  private static boolean silence(Answer answer, Circumstances at, Findings findings) {
    if (answer instanceof Answer.Other && at.sender() instanceof Sender.Known) {
      return false;
    }
    findings.gate("responder", "ignored", "this contact is not told of the incident");
    return true;
  }

  private boolean answered(Errand errand, Optional<String> code, boolean yes, Findings findings) {
    if (errand.alert().isPresent()) {
      boolean seen = seen(errand.alert().get(), yes, findings);
      if (!errand.asksMemberAsContact()) {
        return seen;
      }
    }
    List<Errand.Waiting> meant =
        code.map(letter -> coded(errand, letter)).orElseGet(() -> errand.meant(yes));
    if (meant.size() != 1) {
      if (!errand.waiting().isEmpty()) {
        askWhich(meant.isEmpty() ? errand.waiting() : meant, findings);
      }
      return true;
    }
    Errand.Waiting waiting = meant.getFirst();
    IncidentEvent event = new IncidentEvent.ContactAnswered(waiting.contact(), yes);
    findings.cased(desk.on(waiting.incident(), event, waiting.situation()));
    findings.gate("responder", yes ? "acknowledged" : "declined", "an answer to what we sent last");
    return true;
  }

  private static boolean seen(Errand.Alert alert, boolean yes, Findings findings) {
    if (yes) {
      findings.number(new NumberChange.AlertSeen(alert.incident(), alert.member()));
      findings.gate("family", "acknowledged", "an answer to the alert we sent last");
    }
    return yes;
  }

  private boolean other(Errand errand, Circumstances at, Findings findings) {
    boolean ofAUser = at.sender() instanceof Sender.Known;
    if (errand.alert().isPresent()) {
      return !ofAUser;
    }
    if (errand.waiting().isEmpty()) {
      return false;
    }
    findings.gate("responder", "prompted", "neither yes nor can't");
    List<Errand.Waiting> meant = errand.meant(true);
    if (meant.size() > 1) {
      askWhich(meant, findings);
      return true;
    }
    if (errand.purpose() != Effect.Purpose.PROMPT) {
      Situation situation = errand.waiting().getFirst().situation();
      findings.answer(
          Kind.PROMPT, desk.prompt(situation.person().firstName(), situation.person().language()));
    }
    return true;
  }

  private void askWhich(List<Errand.Waiting> waiting, Findings findings) {
    List<Notice.Coded> coded =
        waiting.stream()
            .map(one -> new Notice.Coded(one.code(), one.situation().person().firstName()))
            .toList();
    Situation first = waiting.getFirst().situation();
    findings.answer(Kind.PROMPT, desk.whichOne(coded, first.person().language()));
  }

  /** The incident of a letter; where only one waits, a letter can mean no other. */
  private static List<Errand.Waiting> coded(Errand errand, String letter) {
    return errand.waiting().size() == 1
        ? errand.waiting()
        : errand.waiting().stream().filter(one -> one.code().equals(letter)).toList();
  }
}
