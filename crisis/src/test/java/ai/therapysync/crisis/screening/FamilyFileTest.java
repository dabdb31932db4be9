package ai.therapysync.crisis.screening;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that can't be understood stops the start with its name, the line and the fault. */
class FamilyFileTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "famly x; unknown beginning of a line: famly",
        "family x suicide; incomplete",
        "family x suicidal high; suicidal is no category",
        "family x suicide loud; loud is no grade",
        "family x suicide high quick; quick is no flag",
        "sign x sometimes; sometimes is no modifier",
        "= lost; stands outside of a family",
        "@broken; a class of words is written",
        "write x; spellings are written",
      })
  void namesFileLineAndFault(String line, String fault) {
    assertThatThrownBy(() -> load("# a comment", line))
        .isInstanceOf(FamilyFault.class)
        .hasMessageStartingWith("families/sample_en.families, line 2: ")
        .hasMessageContaining(fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "= i @nowhere; unknown class @nowhere",
        "= one ~99 two; a gap is written",
        "= one || two; an empty alternative",
        "= ~2 one?; at least one word",
      })
  void namesThePatternThatIsWrong(String pattern, String fault) {
    assertThatThrownBy(() -> load("family x suicide high", pattern))
        .isInstanceOf(FamilyFault.class)
        .hasMessageStartingWith("families/sample_en.families, line 2: ")
        .hasMessageContaining(fault);
  }

  private static Phrases load(String... lines) {
    return Phrases.of(List.of(new Phrases.Source("families/sample_en.families", List.of(lines))));
  }
}
