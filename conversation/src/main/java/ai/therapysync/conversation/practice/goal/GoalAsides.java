package ai.therapysync.conversation.practice.goal;

import ai.therapysync.conversation.occasion.Aside;
import ai.therapysync.conversation.occasion.Asked;
import ai.therapysync.conversation.occasion.Change;
import ai.therapysync.conversation.occasion.Occasion;
import ai.therapysync.conversation.occasion.QuickAnswers;
import ai.therapysync.conversation.occasion.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Offers to keep as a goal what somebody means to begin, and to count what they did beside telling
 * of other things.
 */
public final class GoalAsides implements Aside {
  /** The question whether a deed counts. */
  static final String COUNT = "goal_count";

  private static final Duration SELDOM = Duration.ofHours(20);
  private static final Duration AFTER_A_NO = Duration.ofDays(7);

  private final QuickAnswers quick = new QuickAnswers();
  private final GoalTexts texts = new GoalTexts();
  private final TitleWords titles = new TitleWords();
  private final DateReader dates = new DateReader();
  private final Deeds deeds = new Deeds(titles, new GoalChoice(titles));
  private final Categories categories = new Categories();
  private final GoalSetting setting = new GoalSetting(texts, titles, categories, dates);

  @Override
  public Optional<Step> add(Occasion occasion) {
    if (!occasion.climate().bearsMore() || occasion.work().talk().troubledLately()) {
      return Optional.empty();
    }
    return count(occasion).or(() -> offer(occasion));
  }

  private Optional<Step> count(Occasion occasion) {
    if (isSoon(occasion, COUNT, SELDOM) || categories.isHarmful(occasion.words())) {
      return Optional.empty();
    }
    return deeds.overheard(occasion).map(deed -> asks(occasion, deed));
  }

  private Step asks(Occasion occasion, Deeds.Deed deed) {
    Map<String, String> details =
        Map.of("goal", deed.goal().id().toString(), "day", deed.report().day().toString());
    return Step.says(GoalSkill.NAME, texts.about(occasion, "count", deed.goal()))
        .changing(List.of(new Change.Happened(COUNT)))
        .asking(new Asked(COUNT, details, false, occasion.now()))
        .offering(quick.yesNo(occasion.language()));
  }

  private Optional<Step> offer(Occasion occasion) {
    if (isSoon(occasion, GoalSetting.OFFER, SELDOM)
        || isSoon(occasion, "goal_declined", AFTER_A_NO)) {
      return Optional.empty();
    }
    return deeds
        .wish(occasion)
        .map(wish -> Wanted.read(wish, occasion, dates))
        .filter(wanted -> setting.isOfferable(occasion, wanted))
        .map(wanted -> setting.offer(occasion, wanted));
  }

  private static boolean isSoon(Occasion occasion, String what, Duration pause) {
    return occasion
        .work()
        .last(what)
        .filter(at -> at.plus(pause).isAfter(occasion.now()))
        .isPresent();
  }
}
