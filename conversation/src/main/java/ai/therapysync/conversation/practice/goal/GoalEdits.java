package ai.therapysync.conversation.practice.goal;

import ai.therapysync.conversation.occasion.Asked;
import ai.therapysync.conversation.occasion.Goal;
import ai.therapysync.conversation.occasion.GoalChange;
import ai.therapysync.conversation.occasion.Occasion;
import ai.therapysync.conversation.occasion.Step;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Gives goals another name or day, and gives goals up. */
final class GoalEdits {
  /** The question which day is meant. */
  static final String DATE = "goal_date";

  /** No question, but what "undo" would be about. */
  static final String DROPPED = "goal_dropped";

  private final GoalTexts texts;
  private final Categories categories;
  private final DateReader dates;

  GoalEdits(GoalTexts texts, Categories categories, DateReader dates) {
    this.texts = texts;
    this.categories = categories;
    this.dates = dates;
  }

  Step drop(Occasion occasion, Goal goal) {
    Map<String, String> details = Map.of("goal", goal.id().toString(), "title", goal.title());
    return Step.says(GoalSkill.NAME, texts.about(occasion, "dropped", goal))
        .changing(List.of(new GoalChange.Dropped(goal.id())))
        .asking(new Asked(DROPPED, details, false, occasion.now()));
  }

  /** Brings back the goal that was given up just now. */
  Optional<Step> restore(Occasion occasion) {
    return occasion
        .asked(DROPPED)
        .map(asked ->
            Step.says(
                    GoalSkill.NAME,
                    texts.say(
                        occasion,
                        "restored",
                        Map.of(
                            "title", GoalTexts.shown(asked.details().getOrDefault("title", "")))))
                .changing(
                    List.of(
                        new GoalChange.Restored(
                            UUID.fromString(asked.details().getOrDefault("goal", ""))))));
  }

  /** A date instead of a name is one, too: "change goal 1 to Friday". */
  Step rename(Occasion occasion, Goal goal, String words) {
    Optional<LocalDate> date = read(occasion, words);
    if (date.isPresent() && words.length() <= 25) {
      return move(occasion, goal, date);
    }
    String title = words.strip().replaceAll("^[\"'“„«]|[\"'”“»]$", "");
    if (categories.isHarmful(title)) {
      return Step.says(GoalSkill.NAME, texts.say(occasion, "set.care"));
    }
    Goal renamed =
        new Goal(goal.id(), title, categories.of(title), goal.measure(), goal.due(), goal.streak());
    return Step.says(GoalSkill.NAME, texts.about(occasion, "renamed", renamed))
        .changing(List.of(new GoalChange.Renamed(goal.id(), title, renamed.category())));
  }

  /** To the day in these words; asks where they name none. */
  Step move(Occasion occasion, Goal goal, String words) {
    Optional<LocalDate> date = read(occasion, words);
    return date.isPresent()
        ? move(occasion, goal, date)
        : Step.says(GoalSkill.NAME, texts.say(occasion, "date.which"))
            .asking(new Asked(DATE, Map.of("goal", goal.id().toString()), false, occasion.now()));
  }

  Step move(Occasion occasion, Goal goal, Optional<LocalDate> date) {
    Goal moved =
        new Goal(goal.id(), goal.title(), goal.category(), goal.measure(), date, goal.streak());
    return Step.says(
            GoalSkill.NAME, texts.about(occasion, date.isPresent() ? "moved" : "moved.none", moved))
        .changing(List.of(new GoalChange.Moved(goal.id(), date)));
  }

  Optional<LocalDate> read(Occasion occasion, String words) {
    return dates.read(words, occasion.language(), occasion.person().region(), occasion.today());
  }
}
