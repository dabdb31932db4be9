package ai.therapysync.conversation.practice.goal;

import ai.therapysync.conversation.occasion.Asked;
import ai.therapysync.conversation.occasion.Change;
import ai.therapysync.conversation.occasion.Goal;
import ai.therapysync.conversation.occasion.GoalChange;
import ai.therapysync.conversation.occasion.Occasion;
import ai.therapysync.conversation.occasion.QuickAnswers;
import ai.therapysync.conversation.occasion.Step;
import ai.therapysync.conversation.occasion.Streak;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Sets goals: at once where somebody says so, after a yes where it was only overheard. */
final class GoalSetting {
  /** The question whether what was overheard shall be a goal. */
  static final String OFFER = "goal_offer";

  /** The question what the goal is. */
  static final String WHAT = "goal_what";

  private static final int MOST_GOALS = 12;
  private static final int LONGEST = 120;
  private static final int LONGEST_WISH = 70;

  private final GoalTexts texts;
  private final TitleWords titles;
  private final Categories categories;
  private final DateReader dates;
  private final Achievements achievements = new Achievements();
  private final QuickAnswers quick = new QuickAnswers();

  GoalSetting(GoalTexts texts, TitleWords titles, Categories categories, DateReader dates) {
    this.texts = texts;
    this.titles = titles;
    this.categories = categories;
    this.dates = dates;
  }

  /** Asks what the goal is. */
  Step ask(Occasion occasion) {
    return Step.says(GoalSkill.NAME, texts.say(occasion, "set.what"))
        .asking(new Asked(WHAT, Map.of(), false, occasion.now()));
  }

  /** A goal in the person's words. */
  Step set(Occasion occasion, String words, boolean important) {
    return set(occasion, Wanted.read(words, occasion, dates), important);
  }

  private Step set(Occasion occasion, Wanted wanted, boolean important) {
    List<Goal> goals = occasion.work().goals();
    String title = wanted.title();
    if (title.length() < 2) {
      return ask(occasion);
    }
    if (categories.isHarmful(title)) {
      return says(occasion, "set.care", title);
    }
    if (title.length() > LONGEST) {
      return ask(occasion, "title.long");
    }
    if (goals.stream().anyMatch(goal -> same(goal.title(), title))) {
      return says(occasion, "set.known", title);
    }
    if (goals.size() >= MOST_GOALS) {
      return Step.says(
          GoalSkill.NAME,
          texts.say(occasion, "set.full", Map.of("count", Integer.toString(goals.size()))));
    }
    return write(occasion, wanted, important);
  }

  private Step write(Occasion occasion, Wanted wanted, boolean important) {
    Goal goal =
        new Goal(
            UUID.randomUUID(),
            wanted.title(),
            categories.of(wanted.title()),
            new Goal.Measure(wanted.value(), BigDecimal.ZERO),
            wanted.due(),
            Streak.none());
    List<GoalChange.Earned> earned = achievements.forSetting(occasion, goal);
    List<Change> changes = new ArrayList<>();
    changes.add(
        new GoalChange.Set(
            goal.id(), goal.title(), goal.category(), wanted.value(), goal.due(), important));
    changes.addAll(earned);
    String text = texts.about(occasion, goal.due().isPresent() ? "set.due" : "set", goal);
    return Step.says(
            GoalSkill.NAME,
            text + achievements.told(earned) + " " + texts.say(occasion, "set.next"))
        .changing(changes);
  }

  /** Whether a wish is worth offering to keep. */
  boolean isOfferable(Occasion occasion, Wanted wanted) {
    List<Goal> goals = occasion.work().goals();
    String title = wanted.title();
    boolean lasting =
        titles.says(title, "habit", occasion.language())
            || titles.isDaily(title, occasion.language())
            || wanted.due().isPresent()
            || categories.known(title).filter("learning"::equals).isPresent();
    boolean known =
        goals.stream().anyMatch(goal -> fits(occasion, goal, title) || same(goal.title(), title));
    return lasting
        && !known
        && title.length() >= 2
        && title.length() <= LONGEST_WISH
        && goals.size() < MOST_GOALS
        && !categories.isHarmful(title)
        && !titles.says(title, "clause", occasion.language())
        && (categories.known(title).isPresent() || titles.isDaily(title, occasion.language()));
  }

  private boolean fits(Occasion occasion, Goal goal, String title) {
    var said = titles.content(title, occasion.language());
    var known = titles.content(goal.title(), occasion.language());
    return !said.isEmpty() && titles.shared(said, known, occasion.language()) == said.size();
  }

  /** Offers to keep what was overheard. */
  Step offer(Occasion occasion, Wanted wanted) {
    Map<String, String> details = new HashMap<>();
    details.put("title", wanted.title());
    wanted.value().ifPresent(value -> details.put("value", value.toPlainString()));
    wanted.due().ifPresent(due -> details.put("due", due.toString()));
    return says(occasion, "offer", wanted.title())
        .changing(List.of(new Change.Happened(OFFER)))
        .asking(new Asked(OFFER, details, false, occasion.now()))
        .offering(quick.yesNo(occasion.language()));
  }

  /** The answer to an offer. */
  Step offered(Occasion occasion, Asked asked, boolean yes) {
    if (!yes) {
      return Step.says(GoalSkill.NAME, texts.say(occasion, "offer.no"))
          .changing(List.of(new Change.Happened("goal_declined")));
    }
    Map<String, String> details = asked.details();
    return set(
        occasion,
        new Wanted(
            details.getOrDefault("title", ""),
            Optional.ofNullable(details.get("value")).map(BigDecimal::new),
            Optional.ofNullable(details.get("due")).map(LocalDate::parse)),
        false);
  }

  private Step ask(Occasion occasion, String key) {
    return Step.says(GoalSkill.NAME, texts.say(occasion, key))
        .asking(new Asked(WHAT, Map.of(), false, occasion.now()));
  }

  private Step says(Occasion occasion, String key, String title) {
    return Step.says(
        GoalSkill.NAME, texts.say(occasion, key, Map.of("title", GoalTexts.shown(title))));
  }

  private static boolean same(String one, String other) {
    return Figures.plain(one).equals(Figures.plain(other));
  }
}
