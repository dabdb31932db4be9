package ai.therapysync.conversation.practice.questionnaire;

import ai.therapysync.conversation.occasion.Asked;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.risk.Assessment;
import ai.therapysync.crisis.risk.Category;
import ai.therapysync.crisis.risk.Evidence;
import ai.therapysync.crisis.risk.RiskLevel;
import ai.therapysync.crisis.risk.Subject;
import java.util.List;
import java.util.Optional;

/**
 * The question of a questionnaire that asks for thoughts of death: an answer above 0 is a concern.
 * The score is kept, and the safety question comes next.
 */
public final class DangerItem {
  private final AnswerReader answers = new AnswerReader();

  /** What the answer means, if it is one to such a question. */
  public Optional<Assessment> seen(Optional<Asked> asked, String text, Language language) {
    return asked
        .flatMap(Sheet::of)
        .filter(sheet -> sheet.instrument().asksForDanger(sheet.question()))
        .flatMap(_ -> answers.read(text, language))
        .filter(answer -> answer > 0)
        .map(answer -> concern(text));
  }

  private static Assessment concern(String text) {
    Evidence evidence =
        new Evidence("phq9_item_9", Category.SUICIDE, RiskLevel.CONCERN, text.strip(), List.of());
    return new Assessment(
        RiskLevel.CONCERN,
        List.of(Category.SUICIDE),
        Subject.SELF,
        false,
        false,
        List.of(evidence));
  }
}
