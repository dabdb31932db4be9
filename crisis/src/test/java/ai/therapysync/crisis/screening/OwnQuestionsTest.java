package ai.therapysync.crisis.screening;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.notice.NoticeWriter;
import ai.therapysync.crisis.risk.Assessment;
import ai.therapysync.crisis.risk.Category;
import ai.therapysync.crisis.risk.RiskLevel;
import ai.therapysync.crisis.risk.Subject;
import ai.therapysync.crisis.safety.Books;
import ai.therapysync.crisis.safety.SafeReply;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Predicate;
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
    each(
        language,
        key ->
            key.startsWith("ask.self.")
                || key.startsWith("concern.ask.abuse.")
                || key.equals("help.ask"),
        (key, question) ->
            assertThat(answer(question, answer))
                .as("%s %s", language, key)
                .satisfies(seen -> isEmergencyOf(seen, Subject.SELF)));
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
    each(
        language,
        key ->
            key.startsWith("concern.ask.")
                && !key.startsWith("concern.ask.abuse.")
                && !key.startsWith("concern.ask.other."),
        (key, question) ->
            assertThat(answer(question, answer))
                .as("%s %s", language, key)
                .satisfies(seen -> isEmergencyOf(seen, Subject.SELF))
                .satisfies(seen -> assertThat(seen.category()).contains(askedFor(key, seen))));
  }

  @ParameterizedTest
  @CsvSource({
    "ENGLISH, no, yes",
    "SPANISH, no, sí",
    "PORTUGUESE, não, sim",
    "FRENCH, non, oui",
    "GERMAN, nein, ja",
    "CHINESE, 不, 是",
    "HINDI, नहीं, हाँ",
    "ARABIC, لا, نعم"
  })
  void theAnswerToAQuestionAboutAnotherIsTheOthersDanger(Language language, String no, String yes) {
    each(
        language,
        key -> key.startsWith("ask.other.") || key.startsWith("concern.ask.other."),
        (key, question) -> {
          boolean safety = key.startsWith("ask.other.");
          assertThat(answer(question, safety ? no : yes))
              .as("%s %s", language, key)
              .satisfies(seen -> isEmergencyOf(seen, Subject.SOMEONE_ELSE));
          assertThat(answer(question, safety ? yes : no).level())
              .as("%s %s", language, key)
              .isEqualTo(RiskLevel.NONE);
        });
  }

  @ParameterizedTest
  @CsvSource({
    "ENGLISH, no, yes",
    "SPANISH, no, sí",
    "PORTUGUESE, não, sim",
    "FRENCH, non, oui",
    "GERMAN, nein, ja",
    "CHINESE, 不, 是",
    "HINDI, नहीं, हाँ",
    "ARABIC, لا, نعم"
  })
  void whatContactsAreAskedIsNoQuestionToThePerson(Language language, String no, String yes) {
    Properties texts = Books.read(NoticeWriter.class, "Notices", language);
    for (String key : texts.stringPropertyNames()) {
      if (!key.matches("(page|prompt|which|reached|further|check)\\..*")) {
        continue;
      }
      for (String answer : new String[] {no, yes, "1", "2"}) {
        assertThat(answer(texts.getProperty(key), answer).level())
            .as("%s %s %s", language, key, answer)
            .isEqualTo(RiskLevel.NONE);
      }
    }
  }

  /** A question that can be asked of injury and suicide with the same words counts as suicide. */
  private static Category askedFor(String key, Assessment seen) {
    Category asked = Category.valueOf(key.split("\\.", -1)[2].toUpperCase(Locale.ROOT));
    return asked == Category.SELF_HARM ? seen.category().orElseThrow() : asked;
  }

  private static void isEmergencyOf(Assessment seen, Subject subject) {
    assertThat(seen.level()).isGreaterThanOrEqualTo(RiskLevel.HIGH);
    assertThat(seen.subject()).isEqualTo(subject);
  }

  private static void each(Language language, Predicate<String> which, Check check) {
    Properties texts = Books.read(SafeReply.class, "SafeReply", language);
    texts.stringPropertyNames().stream()
        .filter(which)
        .forEach(key -> check.of(key, texts.getProperty(key)));
  }

  private static Assessment answer(String question, String answer) {
    return new Saying().theySaid("...").weSaid(question).person(answer);
  }

  private interface Check {
    void of(String key, String question);
  }
}
