package ai.therapysync.conversation.intake;

import ai.therapysync.conversation.intake.Received.Answer;
import ai.therapysync.conversation.intake.Received.Gate;
import ai.therapysync.conversation.intake.Received.Kind;
import ai.therapysync.conversation.intake.Received.NumberChange;
import ai.therapysync.conversation.intake.Received.Revision;
import ai.therapysync.conversation.intake.Received.TurnChange;
import ai.therapysync.conversation.message.Choices;
import ai.therapysync.conversation.message.Understanding;
import ai.therapysync.crisis.incident.Effect;
import ai.therapysync.crisis.incident.Outcome;
import ai.therapysync.crisis.risk.Assessment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
  private Understanding understood = new Understanding.Literal();

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
    return answer(kind, text, Optional.empty());
  }

  /** With the answers that can be tapped to it. */
  Findings answer(Kind kind, String text, Optional<Choices> choices) {
    answers.add(new Answer(kind, text, choices));
    return this;
  }

  Findings understood(Understanding how) {
    understood = how;
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

  /** Whether it is a tap on a button whose question is over. */
  boolean isLate() {
    return understood instanceof Understanding.Late;
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
        understood,
        revision);
  }
}
