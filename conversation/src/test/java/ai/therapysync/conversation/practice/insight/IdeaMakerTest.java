package ai.therapysync.conversation.practice.insight;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.occasion.Goal;
import ai.therapysync.conversation.occasion.Streak;
import ai.therapysync.crisis.language.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules find what is worth saying, and nothing where too little is known. */
final class IdeaMakerTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 11);
  private static final UUID GOAL = new UUID(0, 7);

  private final IdeaMaker maker = new IdeaMaker();

  @Test
  void aQuietLifeGivesNothingToSay() {
    assertThat(maker.make(life(List.of(), List.of(), Map.of(), List.of()))).isEmpty();
  }

  @Test
  void aStreakThatIsOpenTodayAndAGoalThatIsQuietAreSeen() {
    assertThat(types(life(List.of(goal(4, TODAY.minusDays(1))), List.of(), Map.of(), List.of())))
        .containsExactly("streak_at_risk");
    assertThat(types(life(List.of(goal(0, TODAY.minusDays(7))), List.of(), Map.of(), List.of())))
        .containsExactly("idle_goal");
    assertThat(types(life(List.of(goal(0, TODAY.minusDays(6))), List.of(), Map.of(), List.of())))
        .isEmpty();
    assertThat(types(life(List.of(goal(4, TODAY)), List.of(), Map.of(), List.of()))).isEmpty();
  }

  @Test
  void theSameIsNotMadeAgainTooSoon() {
    List<Life.Held> goals = List.of(goal(0, TODAY.minusDays(9)));
    Life.Made lately = new Life.Made("idle_goal", Optional.of(GOAL), TODAY.minusDays(13));
    Life.Made longAgo = new Life.Made("idle_goal", Optional.of(GOAL), TODAY.minusDays(14));
    assertThat(types(life(goals, List.of(), Map.of(), List.of(lately)))).isEmpty();
    assertThat(types(life(goals, List.of(), Map.of(), List.of(longAgo))))
        .containsExactly("idle_goal");
  }

  @Test
  void moodsAreComparedOnlyWhereThereAreEnough() {
    List<Life.Mood> falling = moods(7, 7, 7, 7, 7, 7, 7, 4, 4, 4, 4, 4, 4, 4);
    assertThat(types(life(List.of(), falling, Map.of(), List.of())))
        .containsExactly("low_mood_trend");
    assertThat(types(life(List.of(), moods(7, 4), Map.of(), List.of()))).isEmpty();
    List<Life.Mood> better = moods(3, 6, 3, 6, 3, 6, 3, 6);
    Life active =
        life(
            List.of(goal(0, TODAY)),
            better,
            Map.of(),
            List.of(),
            better.stream()
                .filter(mood -> mood.mood() == 6)
                .map(Life.Mood::day)
                .collect(Collectors.toSet()));
    assertThat(types(active)).contains("mood_with_progress");
  }

  @Test
  void nobodyGetsMoreThanTwoOfAKind() {
    List<Life.Held> goals = new ArrayList<>();
    IntStream.range(0, 9)
        .forEach(i -> goals.add(held(new UUID(1, i), new Streak(0, 0, Optional.empty()))));
    assertThat(maker.make(life(goals, List.of(), Map.of("sleep", 4), List.of())))
        .extracting(NewIdea::type)
        .containsExactlyInAnyOrder("idle_goal", "idle_goal", "sleep_often");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyRuleHasItsWordsInEveryLanguage(Language language) {
    for (InsightRule rule : InsightRule.load()) {
      var texts = ai.therapysync.crisis.language.Phrasebook.load(IdeaMaker.class, "insights");
      assertThat(texts.has(language, rule.type())).as(rule.type()).isTrue();
      assertThat(texts.has(language, rule.type() + ".title")).isTrue();
      assertThat(texts.has(language, rule.type() + ".item")).isTrue();
    }
  }

  private List<String> types(Life life) {
    return maker.make(life).stream().map(NewIdea::type).toList();
  }

  private static Life.Held goal(int streak, LocalDate last) {
    return held(GOAL, new Streak(streak, streak, Optional.of(last)));
  }

  private static Life.Held held(UUID id, Streak streak) {
    return new Life.Held(
        new Goal(id, "walk", "exercise", Goal.Measure.days(), Optional.empty(), streak),
        TODAY.minusDays(30));
  }

  private static List<Life.Mood> moods(int... figures) {
    List<Life.Mood> moods = new ArrayList<>();
    for (int i = 0; i < figures.length; i++) {
      moods.add(new Life.Mood(TODAY.minusDays(figures.length - 1L - i), figures[i]));
    }
    return moods;
  }

  private static Life life(
      List<Life.Held> goals,
      List<Life.Mood> moods,
      Map<String, Integer> themes,
      List<Life.Made> made) {
    return life(goals, moods, themes, made, Set.of());
  }

  private static Life life(
      List<Life.Held> goals,
      List<Life.Mood> moods,
      Map<String, Integer> themes,
      List<Life.Made> made,
      Set<LocalDate> progress) {
    return new Life(
        Language.ENGLISH,
        TODAY,
        goals,
        List.of(),
        progress,
        moods,
        themes,
        Optional.empty(),
        Map.of(),
        new Life.Contacts(0, 0),
        0,
        false,
        made);
  }
}
