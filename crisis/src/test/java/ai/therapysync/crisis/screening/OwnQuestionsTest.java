package ai.therapysync.crisis.screening;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.risk.RiskLevel;
import ai.therapysync.crisis.safety.Books;
import ai.therapysync.crisis.safety.SafeReply;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The screening knows every question that the safe replies ask, so that a bare answer counts. */
class OwnQuestionsTest {
  @ParameterizedTest
  @CsvSource({
    "ENGLISH, no",
    "SPANISH, no",
    "PORTUGUESE, não",
    "FRENCH, non",
    "GERMAN, nein",
    "CHINESE, 不",
    "HINDI, नहीं",
    "ARABIC, لا"
  })
  void noToTheQuestionOfSafetyRaises(Language language, String answer) {
    Properties texts = Books.read(SafeReply.class, "SafeReply", language);
    for (String key : texts.stringPropertyNames()) {
      if (key.startsWith("ask.self.")
          || key.startsWith("concern.ask.abuse.")
          || key.equals("help.ask")) {
        assertThat(answer(texts.getProperty(key), answer))
            .as("%s %s", language, key)
            .isGreaterThanOrEqualTo(RiskLevel.HIGH);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ENGLISH, yes",
    "SPANISH, sí",
    "PORTUGUESE, sim",
    "FRENCH, oui",
    "GERMAN, ja",
    "CHINESE, 是",
    "HINDI, हाँ",
    "ARABIC, نعم"
  })
  void yesToTheQuestionOfDangerRaises(Language language, String answer) {
    Properties texts = Books.read(SafeReply.class, "SafeReply", language);
    for (String key : texts.stringPropertyNames()) {
      if (key.startsWith("concern.ask.suicide.") || key.startsWith("concern.ask.self_harm.")) {
        assertThat(answer(texts.getProperty(key), answer))
            .as("%s %s", language, key)
            .isGreaterThanOrEqualTo(RiskLevel.HIGH);
      }
    }
  }

  private static RiskLevel answer(String question, String answer) {
    return new Saying().theySaid("...").weSaid(question).person(answer).level();
  }
}
