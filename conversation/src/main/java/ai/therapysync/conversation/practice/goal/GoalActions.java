package ai.therapysync.conversation.practice.goal;

import ai.therapysync.conversation.occasion.Asked;
import ai.therapysync.conversation.occasion.Commands.Command;
import ai.therapysync.conversation.occasion.Goal;
import ai.therapysync.conversation.occasion.Occasion;
import ai.therapysync.conversation.occasion.QuickAnswers;
import ai.therapysync.conversation.occasion.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Does with one goal what is asked for; where it isn't clear with which, that is asked first. */
final class GoalActions {
  /** The question which goal is meant. */
  static final String WHICH = "goal_which";

  private static final String ACTION = "action";
  private static final String MORE = "more";
  private static final String LAST = "last";

  private final GoalTexts texts;
  private final GoalChoice choice;
  private final GoalProgress progress;
  private final GoalEdits edits;
  private final QuickAnswers quick = new QuickAnswers();

  GoalActions(GoalTexts texts, GoalChoice choice, GoalProgress progress, GoalEdits edits) {
    this.texts = texts;
    this.choice = choice;
    this.progress = progress;
    this.edits = edits;
  }

  /** What was given up just now comes back. */
  Optional<Step> undo(Occasion occasion) {
    return edits.restore(occasion);
  }

  Step act(Occasion occasion, Command command) {
    return act(
        occasion,
        command.group(1).orElse(""),
        Map.of(
            ACTION, command.name(),
            MORE, command.group(2).orElse(""),
            LAST, command.group(3).orElse("")));
  }

  /** The answer to the question which goal is meant; empty when it is none. */
  Optional<Step> chosen(Occasion occasion, Asked asked) {
    return occasion.words().length() > 100
        ? Optional.empty()
        : choice
            .choose(occasion, occasion.words())
            .map(goal -> act(occasion, goal, asked.details()));
  }

  private Step act(Occasion occasion, String which, Map<String, String> what) {
    List<Goal> goals = occasion.work().goals();
    if (goals.isEmpty()) {
      return Step.says(GoalSkill.NAME, texts.say(occasion, "list.none"));
    }
    return choice
        .choose(occasion, which)
        .map(goal -> act(occasion, goal, what))
        .orElseGet(() ->
            Step.says(GoalSkill.NAME, texts.say(occasion, "which"))
                .asking(new Asked(WHICH, what, false, occasion.now()))
                .listing(
                    quick.list(occasion.language(), texts.entries(occasion, goals)),
                    texts.entries(occasion, goals)));
  }

  private Step act(Occasion occasion, Goal goal, Map<String, String> what) {
    String more = what.getOrDefault(MORE, "");
    return switch (what.getOrDefault(ACTION, "")) {
      case "finish" -> progress.finish(occasion, goal);
      case "drop" -> edits.drop(occasion, goal);
      case "rename" -> edits.rename(occasion, goal, more);
      case "date" -> edits.move(occasion, goal, more);
      case "no_date" -> edits.move(occasion, goal, Optional.empty());
      case "amount_of" -> amount(occasion, goal, more, what.getOrDefault(LAST, ""));
      default -> progress.doneWith(occasion, goal);
    };
  }

  private Step amount(Occasion occasion, Goal goal, String value, String of) {
    return Figures.decimal(value)
        .map(number ->
            progress.done(
                occasion,
                goal,
                Report.inAll(
                    occasion.today(), number, Figures.decimal(of).filter(all -> all.signum() > 0))))
        .orElseGet(() -> progress.doneWith(occasion, goal));
  }

  /** The day that was asked for; empty when the words name none. */
  Optional<Step> dated(Occasion occasion, Goal goal) {
    return edits
        .read(occasion, occasion.words())
        .map(date -> edits.move(occasion, goal, Optional.of(date)));
  }
}
