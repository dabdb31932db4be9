package ai.therapysync.conversation.practice.insight;

import ai.therapysync.conversation.occasion.Aside;
import ai.therapysync.conversation.occasion.Asked;
import ai.therapysync.conversation.occasion.Change;
import ai.therapysync.conversation.occasion.Goal;
import ai.therapysync.conversation.occasion.Idea;
import ai.therapysync.conversation.occasion.IdeaChange;
import ai.therapysync.conversation.occasion.Occasion;
import ai.therapysync.conversation.occasion.QuestionnaireChange;
import ai.therapysync.conversation.occasion.QuickAnswers;
import ai.therapysync.conversation.occasion.Step;
import ai.therapysync.conversation.practice.insight.InsightRule.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Says one idea a day, when the talk is under way and light enough for it. */
public final class IdeaAside implements Aside {
  static final String NAME = "idea";

  /** When one was said last. */
  private static final String SAID = "idea_said";

  private static final int FRESH_QUESTIONNAIRE = 13;

  private final Offers offers = new Offers();
  private final QuickAnswers quick = new QuickAnswers();

  @Override
  public Optional<Step> add(Occasion occasion) {
    boolean fits =
        occasion.climate().bearsMore()
            && !occasion.work().talk().troubledLately()
            && !occasion.work().talk().opens()
            && !saidToday(occasion);
    return fits
        ? occasion.work().ideas().stream()
            .filter(idea -> isStillTrue(occasion, idea))
            .flatMap(idea -> say(occasion, idea).stream())
            .findFirst()
        : Optional.empty();
  }

  private Optional<Step> say(Occasion occasion, Idea idea) {
    return offers.say(idea, occasion.language()).map(text -> step(occasion, idea, text));
  }

  private Step step(Occasion occasion, Idea idea, String text) {
    List<Change> changes = new ArrayList<>();
    changes.add(new IdeaChange.Shown(idea.kind(), idea.id()));
    changes.add(new Change.Happened(SAID));
    Step step = Step.says(NAME, text).changing(changes);
    Action action = offers.action(idea);
    Map<String, String> details =
        Map.of(
            "kind", idea.kind().name(),
            "id", idea.id().toString(),
            "action", action.name());
    return Offers.waits(action)
        ? step.asking(new Asked(NAME, details, false, occasion.now()))
            .offering(quick.yesNo(occasion.language()))
        : step;
  }

  /** What the night knew may have changed by day. */
  private boolean isStillTrue(Occasion occasion, Idea idea) {
    return switch (offers.action(idea)) {
      case KEEP, SMALL_STEP ->
          idea.goal()
              .map(id ->
                  occasion.work().goals().stream().anyMatch(goal -> isOpen(occasion, goal, id)))
              .orElse(true);
      case PHQ9 -> !isFilledIn(occasion, "phq9");
      case GAD7 -> !isFilledIn(occasion, "gad7");
      case SET_GOAL -> occasion.work().goals().isEmpty();
      case NONE, BREATHING, CHECK_IN, CONTACTS -> true;
    };
  }

  private static boolean isOpen(Occasion occasion, Goal goal, UUID id) {
    return goal.id().equals(id) && !goal.streak().counts(occasion.today());
  }

  private static boolean isFilledIn(Occasion occasion, String instrument) {
    return occasion.work().results().stream()
        .filter(result -> result.instrument().equals(instrument))
        .map(QuestionnaireChange.Result::on)
        .anyMatch(on -> on.plusDays(FRESH_QUESTIONNAIRE).isAfter(occasion.today()));
  }

  private static boolean saidToday(Occasion occasion) {
    return occasion
        .work()
        .last(SAID)
        .map(at -> at.atZone(occasion.person().zone()).toLocalDate())
        .filter(occasion.today()::equals)
        .isPresent();
  }
}
