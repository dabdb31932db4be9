package ai.therapysync.conversation.practice.goal;

import ai.therapysync.conversation.occasion.Achievement;
import ai.therapysync.conversation.occasion.Goal;
import ai.therapysync.conversation.occasion.GoalChange.Earned;
import ai.therapysync.conversation.occasion.Occasion;
import ai.therapysync.crisis.language.Phrasebook;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Gives achievements by the rules of {@code achievements.txt}, each of them once. */
final class Achievements {
  private final List<AchievementRule> rules = AchievementRule.load();
  private final Phrasebook texts = Phrasebook.load(GoalSkill.class, "achievements");

  /** What a goal that is set now earns. */
  List<Earned> forSetting(Occasion occasion, Goal goal) {
    return earned(occasion, goal, Map.of("set", 1L));
  }

  /** What a deed earns: how the goal stood before it, and how it stands now. */
  List<Earned> forProgress(Occasion occasion, Goal before, Goal now, LocalDate on) {
    Map<String, Long> facts = new HashMap<>();
    facts.put("progress", 1L);
    facts.put("streak", (long) now.streak().count());
    before.streak().pauseBefore(on).ifPresent(days -> facts.put("pause", days));
    if (now.measure().isHalfWay()) {
      facts.put("half", 1L);
    }
    return earned(occasion, now, facts);
  }

  /** What reaching a goal earns, and reaching it before its day. */
  List<Earned> forReaching(Occasion occasion, Goal goal) {
    Map<String, Long> facts = new HashMap<>();
    facts.put("reached", 1L);
    goal.due()
        .map(due -> due.toEpochDay() - occasion.today().toEpochDay())
        .ifPresent(days -> facts.put("early", days));
    return earned(occasion, goal, facts);
  }

  private List<Earned> earned(Occasion occasion, Goal goal, Map<String, Long> facts) {
    return rules.stream()
        .filter(rule -> rule.holds(facts))
        .filter(rule -> !rule.isEarned(occasion.work().achievements(), goal))
        .map(rule -> earned(occasion, goal, rule, facts))
        .toList();
  }

  private Earned earned(
      Occasion occasion, Goal goal, AchievementRule rule, Map<String, Long> facts) {
    return new Earned(
        rule.type(),
        Optional.of(goal.id()),
        texts.say(occasion.language(), rule.type() + ".title"),
        texts.say(occasion.language(), rule.type()),
        rule.icon(),
        rule.points(),
        Map.of(rule.fact(), Long.toString(facts.getOrDefault(rule.fact(), 0L))));
  }

  /** The weightiest one in a sentence, with a space before it; nothing where there is none. */
  String told(List<Earned> earned) {
    return earned.stream()
        .max(Comparator.comparingInt(Earned::points))
        .map(one -> " " + one.description())
        .orElse("");
  }

  /** All that a person has, with their points. */
  String list(Occasion occasion) {
    List<Achievement> all = occasion.work().achievements();
    if (all.isEmpty()) {
      return texts.say(occasion.language(), "list.none");
    }
    int points = all.stream().mapToInt(Achievement::points).sum();
    String lines =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    Achievement::title, LinkedHashMap::new, Collectors.counting()))
            .entrySet()
            .stream()
            .map(entry ->
                "- " + entry.getKey() + (entry.getValue() > 1 ? " ×" + entry.getValue() : ""))
            .collect(Collectors.joining("\n"));
    return texts.say(
        occasion.language(), "list", Map.of("points", Integer.toString(points), "list", lines));
  }
}
