package ai.therapysync.conversation.practice.insight;

import ai.therapysync.conversation.occasion.Goal;
import ai.therapysync.conversation.practice.insight.Life.Held;
import ai.therapysync.conversation.practice.insight.Life.Mood;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** Turns a person's weeks into the figures that rules ask for; what isn't known has no figure. */
final class Facts {
  /** Fewer moods than this say nothing. */
  private static final int ENOUGH = 3;

  private final Life life;
  private final Map<String, Double> figures = new HashMap<>();

  private Facts(Life life) {
    this.life = life;
  }

  /** What holds for the person. */
  static Map<String, Double> of(Life life) {
    Facts facts = new Facts(life);
    facts.moods();
    facts.put("goals", life.goals().size());
    facts.put("talk_days", life.talkDays());
    facts.put("helped", life.helped().isPresent() ? 1 : 0);
    facts.put("contacts", life.contacts().all());
    facts.put("contacts_ready", life.contacts().ready());
    facts.put("checks_in", life.checksIn() ? 1 : 0);
    life.themes().forEach((theme, talks) -> facts.put("theme_" + theme, talks));
    life.questionnaires()
        .forEach((instrument, on) -> facts.put("since_" + instrument, facts.daysSince(on)));
    return facts.figures;
  }

  /** What holds for one of the goals. */
  static Map<String, Double> of(Life life, Held held) {
    Facts facts = new Facts(life);
    Goal goal = held.goal();
    LocalDate last = goal.streak().last().orElse(held.since());
    facts.put("idle_days", facts.daysSince(last));
    if (goal.streak().last().filter(life.today().minusDays(1)::equals).isPresent()) {
      facts.put("streak_open", goal.streak().count());
    }
    goal.due()
        .ifPresent(
            due -> facts.put("due_days", (double) ChronoUnit.DAYS.between(life.today(), due)));
    return facts.figures;
  }

  /** What holds for a goal that was reached. */
  static Map<String, Double> ofReached(Life life, Held held) {
    Facts facts = new Facts(life);
    held.goal()
        .streak()
        .last()
        .ifPresent(on -> {
          facts.put("reached_days", facts.daysSince(on));
          held.goal()
              .due()
              .ifPresent(due -> facts.put("early_days", (double) ChronoUnit.DAYS.between(on, due)));
        });
    return facts.figures;
  }

  private void moods() {
    LocalDate week = life.today().minusDays(7);
    LocalDate before = life.today().minusDays(14);
    put("moods", life.moods().size());
    OptionalDouble now = average(mood -> mood.day().isAfter(week));
    OptionalDouble then = average(mood -> mood.day().isAfter(before) && !mood.day().isAfter(week));
    now.ifPresent(average -> put("mood_now", average));
    if (now.isPresent() && then.isPresent()) {
      put("mood_fall", then.getAsDouble() - now.getAsDouble());
      put("mood_rise", now.getAsDouble() - then.getAsDouble());
    }
    OptionalDouble with = average(mood -> life.progressDays().contains(mood.day()));
    OptionalDouble without = average(mood -> !life.progressDays().contains(mood.day()));
    if (with.isPresent() && without.isPresent()) {
      put("mood_gain", with.getAsDouble() - without.getAsDouble());
    }
  }

  private OptionalDouble average(Predicate<Mood> which) {
    List<Mood> some = life.moods().stream().filter(which).toList();
    return some.stream().map(Mood::day).distinct().count() < ENOUGH
        ? OptionalDouble.empty()
        : some.stream().mapToInt(Mood::mood).average();
  }

  private double daysSince(LocalDate day) {
    return (double) ChronoUnit.DAYS.between(day, life.today());
  }

  private void put(String name, double figure) {
    figures.put(name, figure);
  }
}
