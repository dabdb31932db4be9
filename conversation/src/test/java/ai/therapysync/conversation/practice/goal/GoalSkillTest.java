package ai.therapysync.conversation.practice.goal;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.occasion.Achievement;
import ai.therapysync.conversation.occasion.Change;
import ai.therapysync.conversation.occasion.Climate;
import ai.therapysync.conversation.occasion.Goal;
import ai.therapysync.conversation.occasion.GoalChange;
import ai.therapysync.conversation.occasion.Step;
import ai.therapysync.conversation.occasion.Streak;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is meant for goals is understood in every language, and talk is left alone. */
final class GoalSkillTest {
  private static final GoalSkill SKILL = new GoalSkill();
  private static final GoalAsides ASIDES = new GoalAsides();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|my goal is to walk every day|walk every day|exercise|",
        "en|New goal: read 300 pages by Friday|read 300 pages|learning|2026-03-13",
        "en|set a goal to call my sister until 12 April|call my sister|social|2026-04-12",
        "en|I want to set a goal: sleep before 11|sleep before 11|sleep|",
        "en|new goal: finish my thesis by the end of the month|finish my thesis|learning|2026-03-31",
        "en|My goal is to apply for the job in two weeks.|apply for the job|work|2026-03-25",
        "es|mi meta es caminar cada día|caminar cada día|exercise|",
        "es|nueva meta: terminar el libro para el viernes|terminar el libro|learning|2026-03-13",
        "es|Mi objetivo es llamar a mi hermana hasta el 12 de abril|llamar a mi hermana|social|2026-04-12",
        "pt|minha meta é caminhar todo dia|caminhar todo dia|exercise|",
        "pt|nova meta: ler um livro até sexta-feira|ler um livro|learning|2026-03-13",
        "fr|mon objectif est de marcher chaque jour|marcher chaque jour|exercise|",
        "fr|nouvel objectif : lire un livre d'ici vendredi|lire un livre|learning|2026-03-13",
        "fr|mon objectif est d'appeler ma sœur avant le 12 avril|appeler ma sœur|social|2026-04-12",
        "de|mein Ziel ist, jeden Tag spazieren zu gehen|jeden Tag spazieren zu gehen|exercise|",
        "de|Neues Ziel: den Brief schreiben bis Freitag|den Brief schreiben|learning|2026-03-13",
        "de|neues Ziel: Wohnung putzen bis 12. April|Wohnung putzen|home|2026-04-12",
        "zh|我的目标是每天散步|每天散步|exercise|",
        "zh|新目标：周五之前写完信|写完信|learning|2026-03-13",
        "zh|我的目标是4月12日之前整理房间|整理房间|home|2026-04-12",
        "hi|मेरा लक्ष्य है रोज़ टहलना|रोज़ टहलना|exercise|",
        "hi|नया लक्ष्य: शुक्रवार तक किताब पढ़ना|किताब पढ़ना|learning|2026-03-13",
        "ar|هدفي هو المشي كل يوم|المشي كل يوم|exercise|",
        "ar|هدف جديد: قراءة كتاب حتى يوم الجمعة|قراءة كتاب|learning|2026-03-13",
        "ar|هدفي هو ترتيب البيت خلال أسبوعين|ترتيب البيت|home|2026-03-25"
      })
  void aGoalIsSetAtOnce(String language, String words, String title, String category, String due) {
    Step step = SKILL.take(Scene.in(language).hears(words)).orElseThrow();
    GoalChange.Set set = the(GoalChange.Set.class, step);
    assertThat(set.title()).isEqualTo(title);
    assertThat(set.category()).isEqualTo(category);
    assertThat(set.due().map(Object::toString).orElse("")).isEqualTo(due == null ? "" : due);
    assertThat(step.text()).contains(title);
    assertThat(the(GoalChange.Earned.class, step).type()).isEqualTo("first_goal");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|walk every day|I walked today",
        "en|walk every day|went for a walk this morning",
        "en|run twice a week|I ran today!",
        "en|call my sister|Yes, I called my sister",
        "en|meditate for 10 minutes every day|I meditated for 10 minutes",
        "en|write in my journal every evening|I wrote in my journal",
        "en|walk every day|progress on goal 1",
        "en|walk every day|done with my goal",
        "en|walk every day|goal walk done",
        "es|caminar cada día|hoy caminé",
        "es|leer todos los días|he leído un poco hoy",
        "pt|caminhar todo dia|hoje caminhei",
        "pt|ler todo dia|já li hoje",
        "fr|marcher chaque jour|j'ai marché aujourd'hui",
        "fr|lire tous les jours|aujourd'hui j'ai lu",
        "de|jeden Tag spazieren gehen|ich bin heute spazieren gegangen",
        "de|jeden Tag laufen|Ich bin heute gelaufen",
        "de|täglich lesen|ich habe heute gelesen",
        "zh|每天散步|今天散步了",
        "zh|每天跑步|我今天跑步了30分钟",
        "hi|रोज़ टहलना|आज मैं टहला",
        "hi|रोज़ किताब पढ़ना|मैंने आज किताब पढ़ी",
        "ar|المشي كل يوم|مشيت اليوم",
        "ar|قراءة كتاب كل يوم|قرأت اليوم"
      })
  void aDeedIsCountedForItsGoal(String language, String title, String words) {
    Goal goal = Scene.goal(title);
    Step step = SKILL.take(Scene.in(language).with(goal).hears(words)).orElseThrow();
    GoalChange.Progressed done = the(GoalChange.Progressed.class, step);
    assertThat(done.on()).isEqualTo(Scene.TODAY);
    assertThat(done.goal().id()).isEqualTo(goal.id());
    assertThat(done.goal().streak().count()).isEqualTo(1);
    assertThat(done.goal().measure().progress()).isEqualByComparingTo(BigDecimal.ONE);
    assertThat(step.text()).contains(title);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|I didn't walk today",
        "en|I should walk more",
        "en|I want to walk today",
        "en|I walked out on my husband today",
        "en|I can't walk",
        "en|I walk every day and nothing changes",
        "en|done",
        "en|yes",
        "en|3 of 10",
        "en|I reached my limit",
        "en|what is my goal in life?",
        "en|I have no goals anymore",
        "en|he scored a goal",
        "en|I'm done with my job",
        "en|stop",
        "en|I'm ready to go",
        "en|u ready already",
        "en|Hopefully he calls",
        "es|no caminé hoy",
        "es|caminar cada día",
        "es|quiero caminar",
        "es|no tengo metas en la vida",
        "pt|hoje não caminhei",
        "pt|caminhar todo dia cansa",
        "fr|je n'ai pas marché aujourd'hui",
        "fr|marcher me fatigue",
        "de|ich bin heute nicht spazieren gegangen",
        "de|Ich habe keine Ziele mehr",
        "zh|我今天没有散步",
        "zh|我的目标没有意义",
        "hi|आज मैं नहीं टहला",
        "ar|لم أمش اليوم",
        "ar|ليس لدي أهداف في الحياة"
      })
  void whatIsNoDeedIsLeftToTalk(String language, String words) {
    Goal[] goals =
        switch (language) {
          case "es" -> new Goal[] {Scene.goal("caminar cada día")};
          case "pt" -> new Goal[] {Scene.goal("caminhar todo dia")};
          case "fr" -> new Goal[] {Scene.goal("marcher chaque jour")};
          case "de" -> new Goal[] {Scene.goal("jeden Tag spazieren gehen")};
          case "zh" -> new Goal[] {Scene.goal("每天散步")};
          case "hi" -> new Goal[] {Scene.goal("रोज़ टहलना")};
          case "ar" -> new Goal[] {Scene.goal("المشي كل يوم")};
          default ->
              new Goal[] {
                Scene.goal("walk every day"),
                Scene.goal("call mum"),
                Scene.counted("read 300 pages", 300, 20)
              };
        };
    assertThat(SKILL.take(Scene.in(language).with(goals).hears(words))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|I'd like to start running again|start running again",
        "en|Work was long. I want to walk every day.|walk every day",
        "en|Maybe I want to learn Spanish|learn Spanish",
        "es|me gustaría caminar más|caminar más",
        "pt|quero começar a caminhar|começar a caminhar",
        "fr|j'aimerais marcher plus|marcher plus",
        "de|Ich möchte mehr spazieren gehen|mehr spazieren gehen",
        "zh|我想每天散步|每天散步",
        "hi|मैं रोज़ टहलना चाहती हूँ|रोज़ टहलना",
        "ar|أريد أن أمشي أكثر|أمشي أكثر"
      })
  void aWishIsOfferedAndSetAfterOneYes(String language, String words, String title) {
    Step offer = ASIDES.add(Scene.in(language).hears(words)).orElseThrow();
    assertThat(offer.text()).contains(title);
    String yes =
        switch (language) {
          case "es" -> "sí";
          case "pt" -> "sim";
          case "fr" -> "oui, s'il te plaît";
          case "de" -> "Ja, gerne";
          case "zh" -> "好的";
          case "hi" -> "हाँ";
          case "ar" -> "نعم";
          default -> "yes please";
        };
    Scene then = Scene.in(language).asked(offer.asks().orElseThrow());
    Step step = SKILL.take(then.hears(yes)).orElseThrow();
    assertThat(the(GoalChange.Set.class, step).title()).isEqualTo(title);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I want to go home",
        "I want to be alone",
        "I'd like to sleep",
        "I want to eat less",
        "I want to starve myself more",
        "I want to talk to you",
        "I want him to stop",
        "I want to know why",
        "I want to get better",
        "I would like to thank you",
        "I don't want to walk every day",
        "I'm going to bed",
        "I want to tell you something",
        "I need to stop thinking about him",
        "I want to run away but I'm scared for my kids",
        "I want to bring a gun to school",
        "I'm going to step in front of a train",
        "My sister got engaged",
        "Sorry my phone died"
      })
  void aMoodOfTheMomentIsNotOfferedAsAGoal(String words) {
    assertThat(ASIDES.add(Scene.in("en").with(Scene.goal("call my sister more")).hears(words)))
        .isEmpty();
  }

  @Test
  void nothingIsOfferedWhenTheMomentIsHeavy() {
    Climate heavy = new Climate(true, false, false);
    assertThat(ASIDES.add(Scene.in("en").in(heavy).hears("I want to walk every day"))).isEmpty();
    assertThat(SKILL.take(Scene.in("en").in(heavy).hears("my goal is to get through the day")))
        .isEmpty();
  }

  @Test
  void aDayCountsOnceAndTheSecondReportSaysSo() {
    Goal goal = Scene.goal("walk every day", new Streak(2, 5, Optional.of(Scene.TODAY)));
    Step step = SKILL.take(Scene.in("en").with(goal).hears("I walked today")).orElseThrow();
    assertThat(step.changes()).isEmpty();
    assertThat(step.text()).contains("counted already");
  }

  @Test
  void aStreakGoesOnBreaksAndKeepsItsBest() {
    Streak streak = new Streak(4, 9, Optional.of(Scene.TODAY.minusDays(1)));
    assertThat(streak.on(Scene.TODAY)).isEqualTo(new Streak(5, 9, Optional.of(Scene.TODAY)));
    Streak missed = new Streak(4, 9, Optional.of(Scene.TODAY.minusDays(2)));
    assertThat(missed.on(Scene.TODAY)).isEqualTo(new Streak(1, 9, Optional.of(Scene.TODAY)));
    assertThat(missed.at(Scene.TODAY)).isZero();
    assertThat(streak.at(Scene.TODAY)).isEqualTo(4);
    assertThat(Streak.none().on(Scene.TODAY).best()).isEqualTo(1);
  }

  @Test
  void figuresAddUpAndTheTargetEndsIt() {
    Goal pages = Scene.counted("read 300 pages", 300, 280);
    Scene scene = Scene.in("en").with(pages, Scene.goal("walk every day"));
    Step more = SKILL.take(scene.hears("I read 10 pages today")).orElseThrow();
    assertThat(the(GoalChange.Progressed.class, more).goal().measure().progress())
        .isEqualByComparingTo("290");
    assertThat(more.text()).contains("290 of 300");
    Step all = SKILL.take(scene.hears("300 of 300")).orElseThrow();
    assertThat(the(GoalChange.Reached.class, all).goal()).isEqualTo(pages.id());
    Step asked = SKILL.take(scene.hears("I read today")).orElseThrow();
    assertThat(asked.text()).contains("of 300?");
    Step answered =
        SKILL.take(scene.asked(asked.asks().orElseThrow()).hears("about 285")).orElseThrow();
    assertThat(answered.text()).contains("285 of 300");
  }

  @Test
  void whatIsMeantIsAskedForWhenItIsNotClear() {
    Scene scene = Scene.in("en").with(Scene.goal("walk every day"), Scene.goal("call mum"));
    Step which = SKILL.take(scene.hears("delete my goal")).orElseThrow();
    assertThat(which.choices().orElseThrow().numbered(which.text()))
        .endsWith("\n1 walk every day\n2 call mum");
    Scene then = scene.asked(which.asks().orElseThrow());
    assertThat(SKILL.take(then.hears("what a day it was at work"))).isEmpty();
    Step dropped = SKILL.take(then.hears("2")).orElseThrow();
    assertThat(dropped.text()).contains("call mum");
    the(GoalChange.Dropped.class, dropped);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|rename goal 1 to walk to work|Renamed",
        "en|change the date of goal 1 to Friday|Moved",
        "en|change goal 1 to next week|Moved",
        "en|I reached my goal walk|Reached",
        "en|drop goal 1|Dropped",
        "es|borra la meta 1|Dropped",
        "es|he cumplido mi meta de caminar|Reached",
        "pt|apaga a meta 1|Dropped",
        "pt|cumpri a minha meta|Reached",
        "fr|supprime l'objectif 1|Dropped",
        "fr|j'ai atteint mon objectif|Reached",
        "de|lösche Ziel 1|Dropped",
        "de|Ich habe mein Ziel erreicht|Reached",
        "de|Ziel 1 bis Freitag|Moved",
        "zh|删除目标1|Dropped",
        "zh|我达成了目标1|Reached",
        "hi|लक्ष्य 1 हटा दीजिए|Dropped",
        "hi|मैंने अपना लक्ष्य पूरा कर लिया|Reached",
        "ar|احذف الهدف 1|Dropped",
        "ar|لقد حققت هدفي|Reached"
      })
  void aGoalIsEndedAndChanged(String language, String words, String change) {
    String title = language.equals("es") ? "caminar" : "walk";
    Step step = SKILL.take(Scene.in(language).with(Scene.goal(title)).hears(words)).orElseThrow();
    assertThat(step.changes()).extracting(one -> one.getClass().getSimpleName()).contains(change);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|my goals",
        "en|What are my goals?",
        "es|mis metas",
        "pt|minhas metas",
        "fr|mes objectifs",
        "de|Meine Ziele",
        "zh|我的目标",
        "hi|मेरे लक्ष्य",
        "ar|أهدافي"
      })
  void theListIsShown(String language, String words) {
    Goal goal = Scene.goal("swim", new Streak(3, 3, Optional.of(Scene.TODAY)));
    assertThat(SKILL.take(Scene.in(language).with(goal).hears(words)).orElseThrow().text())
        .contains("1. swim")
        .contains("3");
  }

  @Test
  void anAchievementIsToldOnceAndNeverAgain() {
    Goal goal =
        Scene.goal("walk every day", new Streak(2, 2, Optional.of(Scene.TODAY.minusDays(1))));
    Scene scene = Scene.in("en").with(goal);
    Step first = SKILL.take(scene.hears("I walked today")).orElseThrow();
    assertThat(all(GoalChange.Earned.class, first))
        .extracting(GoalChange.Earned::type)
        .containsExactly("first_progress", "streak_3");
    assertThat(first.text()).contains("Three days in a row");
    Scene later =
        scene.having(
            new Achievement("first_progress", Optional.empty(), "First step", 10),
            new Achievement("streak_3", Optional.of(goal.id()), "Three days", 15));
    Step again = SKILL.take(later.hears("I walked today")).orElseThrow();
    assertThat(all(GoalChange.Earned.class, again)).isEmpty();
    assertThat(SKILL.take(later.hears("my achievements")).orElseThrow().text())
        .contains("25 points");
  }

  @Test
  void whatWouldDoHarmIsNotKept() {
    Step step =
        SKILL.take(Scene.in("en").hears("my goal is to eat less than 500 calories")).orElseThrow();
    assertThat(step.changes()).isEmpty();
    assertThat(step.text()).contains("harm");
  }

  private static <T extends Change> T the(Class<T> kind, Step step) {
    return all(kind, step).getFirst();
  }

  private static <T extends Change> List<T> all(Class<T> kind, Step step) {
    return step.changes().stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
