package ai.therapysync.conversation.practice.goal;

import ai.therapysync.conversation.occasion.Asked;
import ai.therapysync.conversation.occasion.Change;
import ai.therapysync.conversation.occasion.Goal;
import ai.therapysync.conversation.occasion.GoalChange;
import ai.therapysync.conversation.occasion.GoalChange.Earned;
import ai.therapysync.conversation.occasion.Occasion;
import ai.therapysync.conversation.occasion.QuickAnswers;
import ai.therapysync.conversation.occasion.Step;
import ai.therapysync.conversation.occasion.Streak;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Notes what was done for a goal: a day counts once, figures add up, a target reached is reached.
 */
final class GoalProgress {
  /** The question how far a goal is. */
  static final String AMOUNT = "goal_amount";

  /** The question whether a goal is reached. */
  static final String REACHED = "goal_reached";

  private final GoalTexts texts;
  private final TitleWords titles;
  private final Achievements achievements = new Achievements();
  private final QuickAnswers quick = new QuickAnswers();

  GoalProgress(GoalTexts texts, TitleWords titles) {
    this.texts = texts;
    this.titles = titles;
  }

  /** Something was done. */
  Step done(Occasion occasion, Goal goal, Report report) {
    Goal now = goal.with(measure(occasion, goal, report), goal.streak().on(report.day()));
    boolean again = goal.streak().counts(report.day()) && report.amount().isEmpty();
    if (again) {
      return Step.says(GoalSkill.NAME, texts.about(occasion, "done.again", goal));
    }
    if (now.measure().isReached() && !titles.isDaily(goal.title(), occasion.language())) {
      return reached(occasion, goal, now, report);
    }
    List<Earned> earned = achievements.forProgress(occasion, goal, now, report.day());
    Step step =
        Step.says(
            GoalSkill.NAME,
            line(occasion, now, report) + achievements.told(earned) + next(occasion, goal, report));
    return asking(occasion, goal, report, step.changing(changes(now, report, earned)));
  }

  /** The same, of a goal that may be reached with it: that is asked. */
  Step doneWith(Occasion occasion, Goal goal) {
    Report report = Report.on(occasion.today());
    boolean comesAgain =
        titles.isDaily(goal.title(), occasion.language()) || goal.measure().target().isPresent();
    if (comesAgain) {
      return done(occasion, goal, report);
    }
    Goal now = goal.with(measure(occasion, goal, report), goal.streak().on(report.day()));
    boolean again = goal.streak().counts(report.day());
    List<Earned> earned =
        again ? List.of() : achievements.forProgress(occasion, goal, now, report.day());
    String text =
        texts.about(occasion, "done", now)
            + achievements.told(earned)
            + " "
            + texts.say(occasion, "reached.ask");
    return Step.says(GoalSkill.NAME, text)
        .changing(again ? List.of() : changes(now, report, earned))
        .asking(question(occasion, REACHED, goal))
        .offering(quick.yesNo(occasion.language()));
  }

  /** It is reached, as the person says. */
  Step finish(Occasion occasion, Goal goal) {
    Report today = Report.on(occasion.today());
    return reached(occasion, goal, goal.with(goal.measure(), goal.streak().on(today.day())), today);
  }

  private Step reached(Occasion occasion, Goal before, Goal now, Report report) {
    List<Earned> earned = new ArrayList<>();
    earned.addAll(achievements.forReaching(occasion, now));
    earned.addAll(achievements.forProgress(occasion, before, now, report.day()));
    List<Change> changes = changes(now, report, earned);
    changes.add(new GoalChange.Reached(now.id(), occasion.today()));
    String[] parts = texts.about(occasion, "reached", now).split("(?<=[.。।]) ?", 2);
    String question = parts.length > 1 ? " " + parts[1] : "";
    return Step.says(GoalSkill.NAME, parts[0] + achievements.told(earned) + question)
        .changing(changes);
  }

  private static List<Change> changes(Goal now, Report report, List<Earned> earned) {
    List<Change> changes = new ArrayList<>();
    changes.add(new GoalChange.Progressed(now, report.day()));
    changes.addAll(earned);
    return changes;
  }

  private Goal.Measure measure(Occasion occasion, Goal goal, Report report) {
    Goal.Measure measure = soFar(occasion, goal, report.day());
    Optional<BigDecimal> of = report.amount().flatMap(Report.Amount::of);
    Goal.Measure counted = of.isPresent() ? new Goal.Measure(of, measure.progress()) : measure;
    if (report.amount().isPresent()) {
      Report.Amount amount = report.amount().get();
      return counted.at(amount.inAll() ? amount.value() : measure.progress().add(amount.value()));
    }
    boolean adds =
        !goal.streak().counts(report.day()) && (of(measure) || countsDeeds(occasion, goal));
    return adds ? counted.at(measure.progress().add(BigDecimal.ONE)) : counted;
  }

  /** What is counted for a day or a week begins anew with the next. */
  private Goal.Measure soFar(Occasion occasion, Goal goal, LocalDate day) {
    boolean anew =
        goal.measure().target().isPresent()
            && titles.isDaily(goal.title(), occasion.language())
            && goal.streak().last().filter(last -> isOver(occasion, goal, last, day)).isPresent();
    return anew ? goal.measure().at(BigDecimal.ZERO) : goal.measure();
  }

  private boolean isOver(Occasion occasion, Goal goal, LocalDate last, LocalDate day) {
    return titles.isWeekly(goal.title(), occasion.language())
        ? monday(last).isBefore(monday(day))
        : last.isBefore(day);
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private static boolean of(Goal.Measure measure) {
    return measure.target().isEmpty();
  }

  /** Ten walks are counted one by one; of three hundred pages one has to be told how many. */
  private boolean countsDeeds(Occasion occasion, Goal goal) {
    String title = Figures.plain(goal.title());
    String target = goal.measure().target().map(Figures::show).orElse("");
    if (!Pattern.compile("(?<!\\d)" + Pattern.quote(target) + "(?!\\d)").matcher(title).find()) {
      return true;
    }
    String beside =
        title.replaceAll(".*?(?<!\\d)" + Pattern.quote(target) + "(?!\\d) ?(\\S*).*", "$1");
    return titles.says(beside, "times", occasion.language());
  }

  private String line(Occasion occasion, Goal now, Report report) {
    boolean known = report.amount().isPresent() || countsDeeds(occasion, now);
    if (now.measure().target().isPresent() && known) {
      return texts.about(occasion, "done.of", now);
    }
    return texts.about(occasion, now.streak().count() > 1 ? "done.streak" : "done", now);
  }

  private String next(Occasion occasion, Goal before, Report report) {
    if (asksHowFar(occasion, before, report)) {
      return " " + texts.about(occasion, "how_far", before);
    }
    Streak streak = before.streak();
    boolean missedFew =
        streak.count() > 1
            && streak.pauseBefore(report.day()).filter(days -> days > 0 && days < 7).isPresent();
    return (missedFew ? " " + texts.say(occasion, "back") : "")
        + " "
        + texts.say(occasion, "done.next");
  }

  private boolean asksHowFar(Occasion occasion, Goal goal, Report report) {
    return report.amount().isEmpty() && !of(goal.measure()) && !countsDeeds(occasion, goal);
  }

  private Step asking(Occasion occasion, Goal goal, Report report, Step step) {
    return asksHowFar(occasion, goal, report)
        ? step.asking(question(occasion, AMOUNT, goal))
        : step;
  }

  private static Asked question(Occasion occasion, String what, Goal goal) {
    return new Asked(what, Map.of("goal", goal.id().toString()), false, occasion.now());
  }
}
