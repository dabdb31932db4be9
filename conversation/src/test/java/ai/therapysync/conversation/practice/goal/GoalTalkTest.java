package ai.therapysync.conversation.practice.goal;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.occasion.Asked;
import ai.therapysync.conversation.occasion.Goal;
import ai.therapysync.conversation.occasion.GoalChange;
import ai.therapysync.conversation.occasion.Step;
import ai.therapysync.conversation.occasion.Streak;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Goals as people speak of them on a phone: wished for, asked after, counted, taken back. */
final class GoalTalkTest {
  private static final GoalSkill SKILL = new GoalSkill();
  private static final GoalAsides ASIDES = new GoalAsides();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|I want to run a 5k by december|run a 5k",
        "en|i wanna run a 5k by december|run a 5k",
        "es|quiero correr 5 km antes de diciembre|correr 5 km",
        "pt|quero correr 5 km até dezembro|correr 5 km",
        "fr|je veux courir 5 km d'ici décembre|courir 5 km",
        "de|ich will bis Dezember 5 km laufen|5 km laufen",
        "zh|我想在十二月之前跑5公里|跑5公里",
        "zh|我想12月之前跑5公里|跑5公里",
        "hi|मैं दिसंबर तक 5 किमी दौड़ना चाहती हूँ|5 किमी दौड़ना",
        "hi|main december tak 5 km daudna chahti hoon|5 km daudna",
        "ar|أريد أن أركض 5 كم قبل ديسمبر|أركض 5 كم"
      })
  void aWishIsOfferedAndSetWithOneYes(String language, String words, String title) {
    Scene scene = Scene.in(language);
    Asked offer = ASIDES.add(scene.hears(words)).flatMap(Step::asks).orElseThrow();
    String yes = Map.of("zh", "好的", "hi", "हाँ", "ar", "نعم").getOrDefault(language, "ok");
    GoalChange.Set set = the(GoalChange.Set.class, SKILL.take(scene.asked(offer).hears(yes)));
    assertThat(set.title()).isEqualTo(title);
    assertThat(set.due()).contains(LocalDate.of(2026, 12, 31));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|goal: read 20 pages|20",
        "en|my goal is to walk 3 times a week|3",
        "en|goal: drink 8 glasses of water a day|8",
        "en|my goal is to run a 5k|",
        "en|my goal is to call mom every 2 weeks|",
        "es|meta: leer 20 páginas|20",
        "es|meta: caminar 3 veces por semana|3",
        "pt|meta: ler 20 páginas|20",
        "pt|meta: beber 8 copos de água por dia|8",
        "fr|objectif : lire 20 pages|20",
        "fr|objectif : boire 8 verres d'eau par jour|8",
        "de|Ziel: 20 Seiten lesen|20",
        "de|Ziel: 3 mal pro Woche laufen|3",
        "zh|目标：读20页|20",
        "zh|目标：每天喝8杯水|8",
        "hi|लक्ष्य: 20 पन्ने पढ़ना|20",
        "ar|هدف: قراءة 20 صفحة|20"
      })
  void aCommandSetsAGoalWithWhatIsCounted(String language, String words, String target) {
    GoalChange.Set set = the(GoalChange.Set.class, SKILL.take(Scene.in(language).hears(words)));
    assertThat(set.value()).isEqualTo(Optional.ofNullable(target).map(BigDecimal::new));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|can you remind me of my goal?",
        "en|what was my goal again?",
        "es|¿cuál era mi meta?",
        "es|recuérdame mi objetivo",
        "pt|qual era a minha meta?",
        "fr|c'était quoi mon objectif ?",
        "fr|rappelle-moi mon objectif",
        "de|was war nochmal mein Ziel?",
        "de|erinnere mich an mein Ziel",
        "zh|我的目标是什么来着？",
        "hi|मेरा लक्ष्य क्या था?",
        "hi|mera goal kya tha?",
        "ar|ما كان هدفي؟"
      })
  void whoAsksAfterTheirGoalSeesIt(String language, String words) {
    Step step = SKILL.take(Scene.in(language).with(Scene.goal("GOAL")).hears(words)).orElseThrow();
    assertThat(step.text()).contains("1. GOAL");
    assertThat(step.changes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|drink 8 glasses of water|3 of 8",
        "en|drink 8 glasses of water|3 of 8 glasses",
        "es|beber 8 vasos de agua|3 de 8 vasos",
        "pt|beber 8 copos de água|3 de 8",
        "fr|boire 8 verres d'eau|3 sur 8 verres",
        "de|8 Gläser Wasser trinken|3 von 8 Gläsern",
        "zh|喝8杯水|8杯里喝了3杯",
        "hi|8 गिलास पानी पीना|8 में से 3",
        "ar|شرب 8 أكواب ماء|3 من 8"
      })
  void soManyOfSoManyAreNotedForTheGoalThatSaysSo(String language, String title, String words) {
    Scene scene = Scene.in(language).with(Scene.goal(title));
    GoalChange.Progressed done = the(GoalChange.Progressed.class, SKILL.take(scene.hears(words)));
    assertThat(done.goal().measure().progress()).isEqualByComparingTo("3");
    assertThat(done.goal().measure().target()).contains(new BigDecimal(8));
  }

  @Test
  void aRunIsProgressOnARunningGoal() {
    Scene scene = Scene.in("en").with(Scene.goal("run a 5k"), Scene.goal("read every day"));
    GoalChange.Progressed done =
        the(GoalChange.Progressed.class, SKILL.take(scene.hears("ran 2k today!")));
    assertThat(done.goal().title()).isEqualTo("run a 5k");
  }

  @Test
  void whatIsCountedForAWeekBeginsAnewWithTheNextAndIsNeverOver() {
    Goal counted = Scene.counted("walk 3 times a week", 3, 2);
    Goal lastWeek = counted.with(counted.measure(), last(Scene.TODAY.minusDays(4)));
    assertThat(walked(lastWeek).goal().measure().progress()).isEqualByComparingTo("1");

    Goal thisWeek = counted.with(counted.measure(), last(Scene.TODAY.minusDays(1)));
    Step third = SKILL.take(Scene.in("en").with(thisWeek).hears("walked today")).orElseThrow();
    assertThat(third.changes()).noneMatch(GoalChange.Reached.class::isInstance);
    assertThat(third.text()).contains("3 of 3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|undo",
        "en|bring it back please",
        "es|deshacer",
        "pt|desfazer",
        "fr|annuler",
        "de|rückgängig",
        "zh|撤销",
        "hi|वापस लाओ",
        "ar|تراجع"
      })
  void aGoalThatWasDeletedComesBack(String language, String words) {
    Goal goal = Scene.goal("walk every day");
    Asked dropped =
        SKILL.take(Scene.in("en").with(goal).hears("delete goal 1")).flatMap(Step::asks).get();
    Optional<Step> step = SKILL.take(Scene.in(language).asked(dropped).hears(words));
    assertThat(the(GoalChange.Restored.class, step).goal()).isEqualTo(goal.id());
    assertThat(step.orElseThrow().text()).contains("walk every day");
    assertThat(SKILL.take(Scene.in(language).hears(words))).isEmpty();
  }

  @Test
  void aGoalWithoutATitleIsNotShown() {
    Scene scene = Scene.in("en").with(Scene.goal(" "), Scene.goal("walk"));
    assertThat(SKILL.take(scene.hears("my goals")).orElseThrow().text()).contains("1. walk");
  }

  private static GoalChange.Progressed walked(Goal goal) {
    return the(
        GoalChange.Progressed.class, SKILL.take(Scene.in("en").with(goal).hears("walked today")));
  }

  private static Streak last(LocalDate day) {
    return new Streak(1, 1, Optional.of(day));
  }

  private static <T> T the(Class<T> kind, Optional<Step> step) {
    return step.orElseThrow().changes().stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst()
        .orElseThrow();
  }
}
