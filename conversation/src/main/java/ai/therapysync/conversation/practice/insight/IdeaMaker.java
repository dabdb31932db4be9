package ai.therapysync.conversation.practice.insight;

import ai.therapysync.conversation.occasion.Idea;
import ai.therapysync.conversation.practice.insight.Life.Held;
import ai.therapysync.crisis.language.Phrasebook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes insights and recommendations out of a person's weeks, by the rules of {@code rules.txt}.
 */
public final class IdeaMaker {
  /** More than a few of a night nobody would ever hear of. */
  private static final int MOST_OF_A_KIND = 2;

  private final List<InsightRule> rules = InsightRule.load();
  private final Phrasebook texts = Phrasebook.load(IdeaMaker.class, "insights");

  /** What is worth saying from now on, the weightiest first. */
  public List<NewIdea> make(Life life) {
    Map<String, Double> person = Facts.of(life);
    List<NewIdea> all =
        rules.stream()
            .flatMap(rule -> make(rule, life, person))
            .sorted(Comparator.comparingInt(NewIdea::priority).reversed())
            .toList();
    List<NewIdea> few = new ArrayList<>();
    for (Idea.Kind kind : Idea.Kind.values()) {
      all.stream().filter(idea -> idea.kind() == kind).limit(MOST_OF_A_KIND).forEach(few::add);
    }
    return few;
  }

  /** The types that rules make, and how long each is worth saying. */
  public Map<String, Duration> freshness() {
    return rules.stream().collect(Collectors.toMap(InsightRule::type, InsightRule::fresh));
  }

  private Stream<NewIdea> make(InsightRule rule, Life life, Map<String, Double> person) {
    return switch (rule.about()) {
      case GOAL ->
          life.goals().stream()
              .flatMap(held -> make(rule, life, Optional.of(held), Facts.of(life, held)));
      case REACHED ->
          life.reached().stream()
              .flatMap(held -> make(rule, life, Optional.of(held), Facts.ofReached(life, held)));
      case PERSON -> make(rule, life, Optional.empty(), person);
    };
  }

  private Stream<NewIdea> make(
      InsightRule rule, Life life, Optional<Held> held, Map<String, Double> facts) {
    boolean worth = rule.holds(facts) && !rule.isStale(life, held.map(one -> one.goal().id()));
    return worth ? Stream.of(idea(rule, life, held, facts)) : Stream.empty();
  }

  private NewIdea idea(
      InsightRule rule, Life life, Optional<Held> held, Map<String, Double> facts) {
    Map<String, String> values =
        Map.of(
            "title", held.map(one -> shown(one.goal().title())).orElse(""),
            "helped", life.helped().map(IdeaMaker::shown).orElse(""),
            "days", figure(facts, held.isPresent() ? "streak_open" : "since_phq9"));
    return new NewIdea(
        rule.kind(),
        rule.type(),
        held.map(one -> one.goal().id()),
        say(life, rule.type() + ".title", values),
        say(life, rule.type(), values),
        List.of(say(life, rule.type() + ".item", values)),
        reasoning(rule, facts),
        rule.confidence(),
        rule.priority(),
        rule.fresh());
  }

  /** The rule itself, with its figures: for operators, who read English. */
  private static String reasoning(InsightRule rule, Map<String, Double> facts) {
    return rule.conditions().stream()
        .map(condition ->
            condition.fact()
                + String.format(Locale.ROOT, " %.1f ", facts.getOrDefault(condition.fact(), 0.0))
                + (condition.atLeast() ? "(at least " : "(at most ")
                + String.format(Locale.ROOT, "%.1f)", condition.bound()))
        .collect(Collectors.joining(", "));
  }

  private static String figure(Map<String, Double> facts, String name) {
    return Long.toString(Math.round(facts.getOrDefault(name, 0.0)));
  }

  private String say(Life life, String key, Map<String, String> values) {
    return texts.say(life.language(), key, values);
  }

  private static String shown(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= 80 ? line : line.substring(0, 79) + "…";
  }
}
