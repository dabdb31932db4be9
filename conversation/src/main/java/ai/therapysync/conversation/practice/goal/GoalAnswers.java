package ai.therapysync.conversation.practice.goal;

import ai.therapysync.conversation.occasion.Asked;
import ai.therapysync.conversation.occasion.Goal;
import ai.therapysync.conversation.occasion.Occasion;
import ai.therapysync.conversation.occasion.Step;
import ai.therapysync.conversation.occasion.YesNo;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads the answers to what was asked about a goal. */
final class GoalAnswers {
  private static final Pattern FIGURE =
      Pattern.compile("(?<![\\d.,:])\\d{1,6}(?:[.,]\\d{1,2})?(?![\\d:])");

  /** Who writes more than this, or asks back, talks of something else. */
  private static final int MOST_WORDS = 14;

  private final GoalTexts texts;
  private final GoalSetting setting;
  private final GoalProgress progress;
  private final GoalActions actions;
  private final YesNo yesNo = new YesNo();

  GoalAnswers(GoalTexts texts, GoalSetting setting, GoalProgress progress, GoalActions actions) {
    this.texts = texts;
    this.setting = setting;
    this.progress = progress;
    this.actions = actions;
  }

  Optional<Step> read(Occasion occasion) {
    return occasion.asked().flatMap(asked -> read(occasion, asked));
  }

  private Optional<Step> read(Occasion occasion, Asked asked) {
    Optional<Boolean> yes = yesNo.read(occasion.words(), occasion.language());
    return switch (asked.what()) {
      case GoalSetting.OFFER -> yes.map(it -> setting.offered(occasion, asked, it));
      case GoalSetting.WHAT -> what(occasion, yes);
      case GoalAsides.COUNT -> yes.flatMap(it -> count(occasion, asked, it));
      case GoalProgress.REACHED -> yes.flatMap(it -> reached(occasion, asked, it));
      case GoalProgress.AMOUNT -> amount(occasion, asked);
      case GoalActions.WHICH -> actions.chosen(occasion, asked);
      case GoalEdits.DATE -> goal(occasion, asked).flatMap(goal -> actions.dated(occasion, goal));
      default -> Optional.empty();
    };
  }

  private Optional<Step> what(Occasion occasion, Optional<Boolean> yes) {
    String words = occasion.words().strip();
    boolean isOne =
        words.length() <= 140
            && words.split("\\s+", -1).length <= MOST_WORDS
            && !words.matches("(?s).*[?？؟].*")
            && !words.contains("\n")
            && !occasion.climate().heavy()
            && !occasion.climate().leaving();
    return isOne && yes.isEmpty()
        ? Optional.of(setting.set(occasion, words, false))
        : Optional.empty();
  }

  private Optional<Step> count(Occasion occasion, Asked asked, boolean yes) {
    if (!yes) {
      return Optional.of(Step.says(GoalSkill.NAME, texts.say(occasion, "count.no")));
    }
    LocalDate day =
        Optional.ofNullable(asked.details().get("day"))
            .map(LocalDate::parse)
            .orElse(occasion.today());
    return goal(occasion, asked).map(goal -> progress.done(occasion, goal, Report.on(day)));
  }

  private Optional<Step> reached(Occasion occasion, Asked asked, boolean yes) {
    return goal(occasion, asked)
        .map(goal ->
            yes
                ? progress.finish(occasion, goal)
                : Step.says(GoalSkill.NAME, texts.say(occasion, "reached.not")));
  }

  private Optional<Step> amount(Occasion occasion, Asked asked) {
    if (occasion.words().length() > 40) {
      return Optional.empty();
    }
    return FIGURE
        .matcher(Figures.latin(occasion.words()))
        .results()
        .map(MatchResult::group)
        .findFirst()
        .flatMap(Figures::decimal)
        .flatMap(value ->
            goal(occasion, asked)
                .map(goal ->
                    progress.done(
                        occasion, goal, Report.inAll(occasion.today(), value, Optional.empty()))));
  }

  /** The goal that was asked about, unless it is gone since. */
  private static Optional<Goal> goal(Occasion occasion, Asked asked) {
    return occasion.work().goals().stream()
        .filter(goal -> goal.id().toString().equals(asked.details().get("goal")))
        .findFirst();
  }
}
