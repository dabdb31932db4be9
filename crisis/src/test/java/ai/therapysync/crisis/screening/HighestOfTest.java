package ai.therapysync.crisis.screening;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.risk.Assessment;
import ai.therapysync.crisis.risk.Category;
import ai.therapysync.crisis.risk.Evidence;
import ai.therapysync.crisis.risk.RiskLevel;
import ai.therapysync.crisis.risk.Subject;
import ai.therapysync.crisis.risk.Utterance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A screen may raise, never lower. */
class HighestOfTest {
  private static final Assessment ABUSE = assessment(RiskLevel.CONCERN, Category.ABUSE, true);
  private static final Assessment SUICIDE = assessment(RiskLevel.HIGH, Category.SUICIDE, false);

  @Test
  void theHighestLevelCountsInAnyOrder() {
    assertThat(of(ABUSE, SUICIDE).level()).isEqualTo(RiskLevel.HIGH);
    assertThat(of(SUICIDE, ABUSE, Assessment.none()).level()).isEqualTo(RiskLevel.HIGH);
    assertThat(of().level()).isEqualTo(RiskLevel.NONE);
  }

  @Test
  void whatAnyOfThemSawIsKept() {
    Assessment both = of(ABUSE, SUICIDE);
    assertThat(both.categories()).containsExactly(Category.SUICIDE, Category.ABUSE);
    assertThat(both.closeDangerOfAbuse()).isTrue();
    assertThat(both.evidence())
        .extracting(Evidence::level)
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
  }

  private static Assessment of(Assessment... assessments) {
    List<Screen> screens = List.of(assessments).stream().<Screen>map(a -> (m, b, l) -> a).toList();
    return new HighestOf(screens)
        .assess(
            new Utterance(Utterance.Speaker.PERSON, "x", Instant.EPOCH),
            List.of(),
            Optional.empty());
  }

  private static Assessment assessment(RiskLevel level, Category category, boolean close) {
    return new Assessment(
        level,
        List.of(category),
        Subject.SELF,
        close,
        close,
        List.of(new Evidence("x", category, level, "words", List.of())));
  }
}
