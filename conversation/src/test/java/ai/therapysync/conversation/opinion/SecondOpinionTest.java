package ai.therapysync.conversation.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.risk.Assessment;
import ai.therapysync.crisis.risk.Category;
import ai.therapysync.crisis.risk.RiskLevel;
import ai.therapysync.crisis.risk.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is understood of a model's answer, and what is not. */
final class SecondOpinionTest {
  @Test
  void theFormItWasAskedFor() {
    Assessment seen =
        SecondOpinion.read(
                "{\"level\": \"high\", \"kind\": \"abuse\", \"about\": \"someone_else\","
                    + " \"close\": true}")
            .orElseThrow();
    assertThat(seen.level()).isEqualTo(RiskLevel.HIGH);
    assertThat(seen.category()).contains(Category.ABUSE);
    assertThat(seen.subject()).isEqualTo(Subject.SOMEONE_ELSE);
    assertThat(seen.closeDanger()).isTrue();
  }

  @Test
  void whatIsMissingIsTakenByTheSaferSide() {
    Assessment seen =
        SecondOpinion.read("```json\n{\"level\":\"imminent\",\"kind\":\"abuse\"}\n```")
            .orElseThrow();
    assertThat(seen.level()).isEqualTo(RiskLevel.HIGH);
    assertThat(seen.closeDanger()).isTrue();
    assertThat(
            SecondOpinion.read("{\"level\":\"concern\",\"kind\":\"odd\"}").orElseThrow().category())
        .contains(Category.SUICIDE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "none", "I can't judge that.", "{\"level\": \"extreme\"}", "level: high"})
  void anythingElseIsNoOpinion(String answer) {
    assertThat(SecondOpinion.read(answer)).isEmpty();
  }
}
