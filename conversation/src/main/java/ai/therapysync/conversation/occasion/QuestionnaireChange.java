package ai.therapysync.conversation.occasion;

import java.time.LocalDate;
import java.util.List;

/** What becomes of a questionnaire. */
public sealed interface QuestionnaireChange extends Change {
  /**
   * All its questions are answered: a row of {@code assessments}.
   *
   * @param instrument {@code phq9} or {@code gad7}
   * @param answers 0 to 3 each
   */
  record Scored(String instrument, List<Integer> answers, int score, String severity)
      implements QuestionnaireChange {
    public Scored {
      answers = List.copyOf(answers);
      if (answers.stream().mapToInt(Integer::intValue).sum() != score) {
        throw new IllegalArgumentException("A score is the sum of its answers");
      }
    }
  }

  /**
   * A questionnaire that was filled in earlier.
   *
   * @param on in the person's own days
   */
  record Result(String instrument, int score, LocalDate on) {}
}
