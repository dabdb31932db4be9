package ai.therapysync.conversation.intake;

import ai.therapysync.conversation.intake.Received.Answer;
import ai.therapysync.conversation.intake.Received.Gate;
import ai.therapysync.conversation.intake.Received.Kind;
import ai.therapysync.conversation.intake.Received.NumberChange;
import ai.therapysync.conversation.intake.Received.Revision;
import ai.therapysync.conversation.intake.Received.TurnChange;
import ai.therapysync.crisis.incident.Effect;
import ai.therapysync.crisis.incident.Outcome;
import ai.therapysync.crisis.risk.Assessment;
import java.util.ArrayList;
import java.util.List;

/** What has been decided so far about one message. */
final class Findings {
  private Assessment assessment = Assessment.none();
  private final List<Outcome> cases = new ArrayList<>();
  private final List<Effect> effects = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();
  private final List<NumberChange> numbers = new ArrayList<>();
  private final List<Gate> timeline = new ArrayList<>();
  private TurnChange turn = new TurnChange.Keep();
  private boolean keepsWords = true;
  private boolean secondOpinion;
  private Revision revision = new Revision.Nothing();

  Findings assessed(Assessment next) {
    assessment = next;
    return this;
  }

  Findings cased(Outcome outcome) {
    cases.add(outcome);
    return this;
  }

  Findings follows(List<Effect> more) {
    effects.addAll(more);
    return this;
  }

  Findings answer(Kind kind, String text) {
    answers.add(new Answer(kind, text));
    return this;
  }

  Findings turn(TurnChange next) {
    turn = next;
    return this;
  }

  Findings number(NumberChange change) {
    numbers.add(change);
    return this;
  }

  Findings gate(String gate, String decision, String why) {
    timeline.add(new Gate(gate, decision, why));
    return this;
  }

  Findings wordsNotKept() {
    keepsWords = false;
    return this;
  }

  Findings askedAgain() {
    secondOpinion = true;
    return this;
  }

  Findings revises(Revision next) {
    revision = next;
    return this;
  }

  Received received() {
    return new Received(
        assessment,
        cases,
        effects,
        answers,
        turn,
        numbers,
        timeline,
        keepsWords,
        secondOpinion,
        revision);
  }
}
