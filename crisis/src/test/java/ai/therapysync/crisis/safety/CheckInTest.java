package ai.therapysync.crisis.safety;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.language.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a person is asked after the worst, and which answers say that they are safe. */
final class CheckInTest {
  private final CheckIn checkIn = new CheckIn(new SafeReply(CrisisLines.load()));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Yes",
        "yes I'm safe, thank you",
        "I'm ok.",
        "much better today!",
        "Sí, gracias",
        "estoy mejor",
        "sim",
        "oui ça va",
        "Ja, mir geht es besser",
        "我没事了",
        "是的，安全",
        "हाँ",
        "نعم الحمد لله"
      })
  void aClearAnswerIsTakenForWhatItSays(String answer) {
    assertThat(checkIn.saysSafe(answer)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "no",
        "not really",
        "yes but it's hard",
        "I'm ok I guess",
        "yes for now",
        "better off dead",
        "I'm fine, I don't need this any more",
        "sí, pero no sé",
        "oui, mais",
        "ja, aber",
        "不安全",
        "是吧",
        "नहीं",
        "لا",
        "siempre",
        "yesterday was awful",
        "yes I am safe and I have been thinking about everything that happened this week and about him"
      })
  void theLeastDoubtMakesItNone(String answer) {
    assertThat(checkIn.saysSafe(answer)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void eachTimeItIsAskedInOtherWordsAndEndsWithTheQuestion(Language language) {
    String first = checkIn.ask(language, "Maya", "US", "US", 0);
    String second = checkIn.ask(language, "Maya", "US", "US", 1);
    assertThat(first).isNotEqualTo(second).contains("Maya", "988").containsPattern("[?？؟]\\s*$");
    assertThat(checkIn.ask(language, "", "US", "US", 0))
        .doesNotContain("Maya")
        .doesNotContain("  ");
    assertThat(checkIn.thanks(language, "US", "US")).contains("988");
  }
}
