package ai.therapysync.conversation.practice.goal;

import ai.therapysync.conversation.occasion.Commands;
import ai.therapysync.conversation.occasion.Commands.Command;
import ai.therapysync.conversation.occasion.Goal;
import ai.therapysync.conversation.occasion.Occasion;
import ai.therapysync.conversation.occasion.Skill;
import ai.therapysync.conversation.occasion.Step;
import ai.therapysync.crisis.language.Language;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Goals by chat: set, worked on, listed, reached, renamed, dated, given up. */
public final class GoalSkill implements Skill {
  static final String NAME = "goal";

  private final Commands commands = Commands.load(GoalSkill.class, "commands");
  private final GoalTexts texts = new GoalTexts();
  private final TitleWords titles = new TitleWords();
  private final Categories categories = new Categories();
  private final DateReader dates = new DateReader();
  private final GoalChoice choice = new GoalChoice(titles);
  private final Achievements achievements = new Achievements();
  private final Deeds deeds = new Deeds(titles, choice);
  private final GoalSetting setting = new GoalSetting(texts, titles, categories, dates);
  private final GoalProgress progress = new GoalProgress(texts, titles);
  private final GoalActions actions =
      new GoalActions(texts, choice, progress, new GoalEdits(texts, categories, dates));
  private final GoalAnswers answers = new GoalAnswers(texts, setting, progress, actions);

  @Override
  public Optional<Step> take(Occasion occasion) {
    return answers
        .read(occasion)
        .or(() ->
            commands
                .find(occasion.words(), occasion.language())
                .flatMap(command -> obey(occasion, command)))
        .or(() ->
            deeds.clear(occasion).map(deed -> progress.done(occasion, deed.goal(), deed.report())))
        .map(step -> spaced(occasion, step));
  }

  /** Chinese has no space between sentences. */
  private static Step spaced(Occasion occasion, Step step) {
    return occasion.language() == Language.CHINESE
        ? step.saying(step.text().replaceAll("([。？！]) ", "$1"))
        : step;
  }

  private Optional<Step> obey(Occasion occasion, Command command) {
    String first = command.group(1).orElse("");
    return switch (command.name()) {
      case "list" -> Optional.of(keepingOpen(occasion, list(occasion)));
      case "achievements" -> Optional.of(keepingOpen(occasion, achievements.list(occasion)));
      case "set" -> Optional.of(setting.set(occasion, first, false));
      case "important" -> Optional.of(setting.set(occasion, first, true));
      case "says" ->
          occasion.climate().heavy()
              ? Optional.empty()
              : Optional.of(setting.set(occasion, first, false));
      case "ask_set" -> Optional.of(setting.ask(occasion));
      case "amount" -> amount(occasion, command);
      case "undo" -> actions.undo(occasion);
      default -> Optional.of(actions.act(occasion, command));
    };
  }

  private static Step keepingOpen(Occasion occasion, String text) {
    return Step.says(NAME, text).askingAgain(occasion);
  }

  private String list(Occasion occasion) {
    List<Goal> goals = occasion.work().goals();
    return goals.isEmpty()
        ? texts.say(occasion, "list.none")
        : texts.say(occasion, "list", Map.of("list", texts.list(occasion, goals)));
  }

  /** "3 of 10" alone is meant for the goal that speaks of 10; without one it is something else. */
  private Optional<Step> amount(Occasion occasion, Command command) {
    List<BigDecimal> figures =
        command.groups().stream()
            .flatMap(group -> Figures.decimal(group).stream())
            .sorted()
            .toList();
    if (figures.size() != 2) {
      return Optional.empty();
    }
    BigDecimal all = figures.get(1);
    List<Goal> fitting =
        occasion.work().goals().stream().filter(goal -> speaksOf(goal, all)).toList();
    Report report = Report.inAll(occasion.today(), figures.getFirst(), Optional.of(all));
    return fitting.size() == 1
        ? Optional.of(progress.done(occasion, fitting.getFirst(), report))
        : Optional.empty();
  }

  private static boolean speaksOf(Goal goal, BigDecimal all) {
    String title = Figures.latin(goal.title());
    return goal.measure()
        .target()
        .map(target -> target.compareTo(all) == 0)
        .orElseGet(() -> title.matches("(?s)(?:.*\\D)?" + Figures.show(all) + "(?:\\D.*)?"));
  }
}
