package ai.therapysync.crisis.screening;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.risk.Assessment;
import ai.therapysync.crisis.risk.Evidence;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the examples that stand in the data files. */
class FamilyExamplesTest {
  @TestFactory
  Stream<DynamicTest> examplesHold() {
    return Phrases.load().examples().stream()
        .map(example ->
            DynamicTest.dynamicTest(
                example.family().source() + ":" + example.line() + " " + example.text(),
                () -> holds(example)));
  }

  private static void holds(Family.Example example) {
    Saying conversation = new Saying();
    if (example.matches() && example.family().has(Family.Flag.CONTEXT)) {
      conversation.theySaid("I want to kill myself");
    }
    Assessment assessment = conversation.person(example.text());
    assertThat(assessment.level()).isEqualTo(example.level());
    if (example.matches()) {
      assertThat(assessment.evidence())
          .extracting(Evidence::family)
          .contains(example.family().name());
    }
  }
}
