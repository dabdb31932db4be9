package ai.therapysync.crisis.screening;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.risk.RiskLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Characters that are written in several ways are one. */
class FoldingTest {
  private static final String NUKTA = "\u093C";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0915\u0958", "\u0916\u0959", "\u0917\u095A", "\u091C\u095B", "\u0921\u095C",
        "\u0922\u095D", "\u092B\u095E", "\u092F\u095F", "\u0928\u0929", "\u0930\u0931"
      })
  void aDotBelowIsThereOrNotInOneCharacterOrTwo(String letters) {
    String plain = letters.substring(0, 1);
    String composed = letters.substring(1);
    assertThat(Folding.fold(composed)).isEqualTo(plain);
    assertThat(Folding.fold(plain + NUKTA)).isEqualTo(plain);
  }

  @Test
  void suicideInHindiIsHeardHoweverItIsWritten() {
    String rest = "\u0941\u0926\u0915\u0941\u0936\u0940 \u0915\u0930\u0942\u0901\u0917\u093E";
    for (String kha : new String[] {"\u0916", "\u0916" + NUKTA, "\u0959"}) {
      assertThat(Saying.alone("\u092E\u0948\u0902 " + kha + rest).level())
          .isGreaterThanOrEqualTo(RiskLevel.HIGH);
    }
  }
}
