package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Questionnaires by chat: a question a message, left and taken up again, scored, never a diagnosis.
 */
final class QuestionnaireTest {
  private static final String NUMBER = "+12025550141";

  @Test
  void aQuestionnaireIsFilledInLeftAndTakenUpAgainOverARestart() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      maya.texts("GAD-7");
      assertThat(maya.receives(1)).contains("1/7").contains("nervous").contains("0 not at all");
      maya.texts("2");
      assertThat(maya.receives(2)).contains("2/7");
      maya.texts("nearly every day");
      assertThat(maya.receives(3)).contains("3/7");
      maya.texts("7");
      assertThat(maya.receives(4)).contains("0 to 3").contains("3/7");
      maya.texts("my sister is visiting this weekend and I look forward to it");
      assertThat(maya.receives(5)).doesNotContain("3/7");
      world.restart();
      maya.texts("continue the questionnaire");
      assertThat(maya.receives(6)).contains("3/7");
      String[] answers = {"several days", "1", "0", "1"};
      for (int i = 0; i < answers.length; i++) {
        maya.texts(answers[i]);
        maya.receives(7 + i);
      }
      maya.texts("0");
      assertThat(maya.receives(11)).contains("8 of 21").contains("mild").contains("no diagnosis");
      assertThat(
              world.one(
                  "SELECT instrument || ' ' || answers::text || ' ' || score || ' ' || severity"
                      + " FROM assessments"))
          .isEqualTo("gad7 [2, 3, 1, 1, 0, 1, 0] 8 mild");
      maya.texts("my results");
      assertThat(maya.receives(12)).contains("GAD-7: 8");
    }
  }

  @Test
  void theNinthAnswerAboveNoneIsAConcernAndTheScoreIsKept() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      maya.texts("phq9");
      maya.receives(1);
      for (int question = 1; question <= 8; question++) {
        maya.texts("1");
        maya.receives(question + 1);
      }
      maya.texts("1");
      assertThat(maya.receives(10)).contains("988").doesNotContain("PHQ-9");
      assertThat(world.one("SELECT level || ' ' || category FROM crisis_assessments"))
          .isEqualTo("concern suicide");
      assertThat(world.one("SELECT score || ' ' || severity FROM assessments")).isEqualTo("9 mild");
      assertThat(world.one("SELECT count(*) FROM crisis_interventions")).isEqualTo("0");
    }
  }

  @Test
  void noneOnTheNinthIsAnOrdinaryResult() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      maya.texts("phq9");
      maya.receives(1);
      for (int question = 1; question <= 9; question++) {
        maya.texts(question == 9 ? "not at all" : "0");
        maya.receives(question + 1);
      }
      assertThat(maya.receives(10)).contains("0 of 27").contains("minimal");
      assertThat(world.one("SELECT count(*) FROM crisis_assessments")).isEqualTo("0");
    }
  }

  @Test
  void puttingItOffScoresNothingStopsNobodysMessagesAndLosesNoAnswer() {
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", NUMBER).unhurried();
      maya.texts("phq-9");
      maya.receives(1);
      maya.texts("1");
      maya.receives(2);
      maya.texts("later");
      assertThat(maya.receives(3)).contains("where you stopped");
      maya.texts("2");
      maya.receives(4);
      world.restart();
      maya.texts("phq-9");
      assertThat(maya.receives(5)).contains("2/9");
      assertThat(world.one("SELECT count(*) FROM assessments")).isEqualTo("0");
      assertThat(world.one("SELECT count(*) FROM gateway.opt_outs")).isEqualTo("0");
    }
  }
}
