package ai.therapysync.crisis.screening;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.risk.RiskLevel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A language's spellings are its own: they change no word of a text as another language reads it.
 */
class SpellingByLanguageTest {
  private static final Phrases TWO =
      Phrases.of(
          List.of(
              new Phrases.Source(
                  "families/one_aa.families",
                  List.of("write wnt = want", "family wish_aa suicide high", "= i want rest")),
              new Phrases.Source(
                  "families/one_bb.families",
                  List.of(
                      "write want = wish",
                      "write rest = peace",
                      "family wish_bb suicide high",
                      "= i wish peace"))));

  private static List<String> found(String text) {
    return Reading.of(TWO, text).findings().stream().map(f -> f.family().name()).toList();
  }

  @Test
  void aWordIsReadInEachLanguageByItsOwnRules() {
    assertThat(found("i want rest")).containsExactlyInAnyOrder("wish_aa", "wish_bb");
    assertThat(found("i wnt rest")).containsExactly("wish_aa");
    assertThat(found("i wish peace")).containsExactly("wish_bb");
    assertThat(found("i wish rest")).containsExactly("wish_bb");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "i dont wanna live nemore | CONCERN",
        "ya no kiero bibir | CONCERN",
        "nao qro mais viver | CONCERN",
        "jveux plus vivre | CONCERN",
        "ich wil nich mehr lebn | CONCERN",
        "main marna chahta hu | HIGH",
        "I WANT TO DIEEEE, im done | HIGH",
        "i dont want to die haha 😂 but quiero matarme jajaja | CONCERN"
      })
  void eachLanguageStillHearsItsOwn(String text, RiskLevel level) {
    assertThat(Saying.alone(text).level()).isEqualTo(level);
  }
}
