package ai.therapysync.conversation.practice.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.occasion.Asked;
import ai.therapysync.conversation.occasion.Climate;
import ai.therapysync.conversation.occasion.Occasion;
import ai.therapysync.conversation.occasion.QuestionnaireChange;
import ai.therapysync.conversation.occasion.Step;
import ai.therapysync.conversation.practice.Moment;
import ai.therapysync.conversation.practice.Practice;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In the middle of a questionnaire nothing that is said about the question is lost. */
final class QuestionnaireSkillTest {
  private static final Asked THIRD = new Sheet(Instrument.PHQ9, List.of(1, 2)).asked(Moment.NOON);
  private static final Asked LAST =
      new Sheet(Instrument.PHQ9, List.of(1, 1, 1, 1, 1, 1, 1, 1)).asked(Moment.NOON);

  private final QuestionnaireSkill skill = new QuestionnaireSkill();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|maybe",
        "en|what?",
        "en|2 or 3",
        "en|why?",
        "en|why do you ask",
        "en|idk",
        "es|quizás",
        "es|¿qué?",
        "es|2 o 3",
        "es|por que",
        "pt|talvez",
        "pt|como assim?",
        "pt|por quê?",
        "fr|peut-être",
        "fr|quoi ?",
        "fr|pourquoi ?",
        "de|vielleicht",
        "de|was?",
        "de|zwischen 2 und 3",
        "de|warum",
        "zh|可能吧",
        "zh|什么意思？",
        "zh|为什么问这个",
        "zh|2或3",
        "hi|शायद",
        "hi|क्या मतलब?",
        "hi|kyun",
        "ar|ربما",
        "ar|لم أفهم",
        "ar|ليش؟"
      })
  void theQuestionIsAskedAgainWithAHint(String language, String words) {
    Step step = skill.take(Moment.in(language).asked(THIRD).hears(words)).orElseThrow();
    assertThat(step.asks()).contains(THIRD);
    assertThat(step.text()).contains("3/9");
    assertThat(step.text().lines().count()).isGreaterThan(1);
    assertThat(step.choices().orElseThrow().all()).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|I don't want this",
        "en|i dont want to do this anymore",
        "es|no quiero esto",
        "pt|não quero isso",
        "fr|je veux pas faire ça",
        "de|ich will das nicht",
        "zh|我不想做了",
        "hi|मुझे नहीं करना",
        "ar|لا أريد هذا"
      })
  void whoDoesNotWantItIsLeftInPeace(String language, String words) {
    Step step = skill.take(Moment.in(language).asked(THIRD).hears(words)).orElseThrow();
    assertThat(step.asks()).isEmpty();
    assertThat(step.changes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"en,maybe", "de,was?", "es,no quiero esto", "fr,pourquoi ?"})
  void withoutAQuestionItIsTalk(String language, String words) {
    assertThat(skill.take(Moment.in(language).hears(words))).isEmpty();
  }

  @Test
  void besideOtherTalkTheQuestionIsNamedOnce() {
    Practice practice = Practice.standard();
    Step step =
        practice.aside(Moment.in("en").asked(THIRD).hears("my neighbour has a cat")).orElseThrow();
    assertThat(step.text()).contains("3 of 9").contains("later");
    Asked still = step.asks().orElseThrow();
    assertThat(Sheet.of(still)).isEqualTo(Sheet.of(THIRD));
    assertThat(practice.aside(Moment.in("en").asked(still).hears("and a dog"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "en, later",
    "es, luego",
    "pt, depois",
    "fr, plus tard",
    "de, später",
    "zh, 以后再说",
    "hi, बाद में",
    "ar, لاحقًا"
  })
  void whatIsPutOffWaitsWithItsAnswersAndTakesNoFigureForOne(String language, String later) {
    Step step = skill.take(Moment.in(language).asked(THIRD).hears(later)).orElseThrow();
    assertThat(step.text()).contains("PHQ-9");
    Asked waits = step.asks().orElseThrow();

    assertThat(skill.take(Moment.in(language).asked(waits).hears("2"))).isEmpty();
    Step again = skill.take(Moment.in(language).asked(waits).hears("PHQ-9")).orElseThrow();
    assertThat(Sheet.of(again.asks().orElseThrow())).isEqualTo(Sheet.of(THIRD));
  }

  @Test
  void afterTheSafetyQuestionTheScoreIsOffered() {
    Occasion grave = heavy(Moment.in("en").asked(LAST).hears("1"));
    Step scored = skill.take(grave).orElseThrow();
    assertThat(scored.changes()).hasOnlyElementsOfType(QuestionnaireChange.Scored.class);

    Asked untold = scored.asks().orElseThrow();
    Step offered =
        Practice.standard()
            .aside(Moment.in("en").asked(untold).hears("no, I am safe"))
            .orElseThrow();
    assertThat(offered.text()).contains("my results");
    assertThat(Practice.standard().aside(heavy(Moment.in("en").asked(untold).hears("not safe"))))
        .isEmpty();
  }

  private static Occasion heavy(Occasion occasion) {
    return new Occasion(
        occasion.person(),
        occasion.words(),
        occasion.asked(),
        occasion.work(),
        new Climate(true, false, false),
        occasion.now());
  }
}
