package ai.therapysync.conversation.practice.insight;

import ai.therapysync.conversation.occasion.Asked;
import ai.therapysync.conversation.occasion.Change;
import ai.therapysync.conversation.occasion.Idea;
import ai.therapysync.conversation.occasion.IdeaChange;
import ai.therapysync.conversation.occasion.Occasion;
import ai.therapysync.conversation.occasion.Skill;
import ai.therapysync.conversation.occasion.Step;
import ai.therapysync.conversation.occasion.YesNo;
import ai.therapysync.conversation.practice.insight.InsightRule.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Does what an idea offered, at a yes: a questionnaire, a goal, an exercise, a small step. */
public final class IdeaSkill implements Skill {
  private final Offers offers = new Offers();
  private final YesNo yesNo = new YesNo();
  private final List<Skill> others;

  /** With the skills that know how to begin what is offered. */
  public IdeaSkill(List<Skill> others) {
    this.others = List.copyOf(others);
  }

  @Override
  public Optional<Step> take(Occasion occasion) {
    return occasion
        .asked(IdeaAside.NAME)
        .flatMap(asked ->
            yesNo
                .read(occasion.words(), occasion.language())
                .map(yes -> yes ? taken(occasion, asked) : declined(occasion, asked)));
  }

  private Step declined(Occasion occasion, Asked asked) {
    return Step.says(IdeaAside.NAME, offers.declined(occasion.language()))
        .changing(
            idea(asked).map(id -> new IdeaChange.Declined(kind(asked), id)).stream().toList());
  }

  private Step taken(Occasion occasion, Asked asked) {
    Step step = begin(occasion, Action.valueOf(asked.details().getOrDefault("action", "NONE")));
    List<Change> changes = new ArrayList<>(step.changes());
    idea(asked).ifPresent(id -> changes.add(new IdeaChange.Taken(kind(asked), id)));
    return step.changing(changes);
  }

  private Step begin(Occasion occasion, Action action) {
    return switch (action) {
      // The companion, or the model, has read the offer and leads on.
      case BREATHING -> Step.silent(IdeaAside.NAME);
      case PHQ9 -> other(occasion, "PHQ-9", action);
      case GAD7 -> other(occasion, "GAD-7", action);
      case SET_GOAL -> other(occasion, "new goal", action);
      case CHECK_IN -> other(occasion, "daily check-in", action);
      case NONE, KEEP, SMALL_STEP, CONTACTS -> words(occasion, action);
    };
  }

  private Step other(Occasion occasion, String command, Action action) {
    return others.stream()
        .flatMap(skill -> skill.take(occasion.saying(command)).stream())
        .findFirst()
        .orElseGet(() -> words(occasion, action));
  }

  private Step words(Occasion occasion, Action action) {
    return Step.says(IdeaAside.NAME, offers.taken(action, occasion.language()));
  }

  private static Idea.Kind kind(Asked asked) {
    return Idea.Kind.valueOf(asked.details().getOrDefault("kind", Idea.Kind.INSIGHT.name()));
  }

  private static Optional<UUID> idea(Asked asked) {
    return Optional.ofNullable(asked.details().get("id")).map(UUID::fromString);
  }
}
