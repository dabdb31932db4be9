package ai.therapysync.conversation.practice.mood;

import ai.therapysync.conversation.occasion.Asked;
import ai.therapysync.conversation.occasion.Change;
import ai.therapysync.conversation.occasion.Commands;
import ai.therapysync.conversation.occasion.MoodChange;
import ai.therapysync.conversation.occasion.Occasion;
import ai.therapysync.conversation.occasion.QuickAnswers;
import ai.therapysync.conversation.occasion.Skill;
import ai.therapysync.conversation.occasion.Step;
import ai.therapysync.crisis.language.Phrasebook;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Understands the mood that was asked for, or that a person gives of themselves. Who answers with
 * more than a figure is heard: the figure is noted, and the rest is answered.
 */
public final class MoodSkill implements Skill {
  static final String NAME = "mood";
  static final String BEFORE = "mood_before";
  static final String AFTER = "mood_after";
  static final String SESSION = "session";

  private static final Duration LATE = Duration.ofMinutes(10);

  private static final int LOW = 3;
  private static final int HIGH = 7;

  private final Phrasebook texts = Phrasebook.load(MoodSkill.class, "mood");
  private final Commands commands = Commands.load(MoodSkill.class, "commands");
  private final MoodScale scale = new MoodScale();
  private final QuickAnswers quick = new QuickAnswers();
  private final MoodHistory history = new MoodHistory(texts);

  @Override
  public Optional<Step> take(Occasion occasion) {
    return answer(occasion, BEFORE)
        .or(() -> answer(occasion, AFTER))
        .or(() -> late(occasion))
        .or(() ->
            commands.find(occasion.words(), occasion.language()).flatMap(it -> obey(occasion, it)));
  }

  private Optional<Step> answer(Occasion occasion, String question) {
    return occasion
        .asked(question)
        .flatMap(asked ->
            scale
                .read(occasion.words(), occasion.language())
                .map(mood -> noted(occasion, asked, mood))
                .or(() -> outside(occasion, asked)));
  }

  private Optional<Step> outside(Occasion occasion, Asked asked) {
    return scale.isOutside(occasion.words(), occasion.language())
        ? Optional.of(
            Step.says(NAME, say(occasion, "range", Map.of()))
                .asking(asked)
                .offering(MoodQuestions.scale(quick, occasion.language())))
        : Optional.empty();
  }

  /** Who told something else first, and gives the bare figure then, still answers the question. */
  private Optional<Step> late(Occasion occasion) {
    boolean asked =
        occasion
            .work()
            .last(MoodQuestions.ASKED)
            .filter(at -> at.plus(LATE).isAfter(occasion.now()))
            .isPresent();
    boolean open =
        asked
            && occasion.asked().isEmpty()
            && occasion.work().talk().moodBefore().isEmpty()
            && !occasion.work().talk().opens()
            && scale.isBare(occasion.words(), occasion.language())
            && occasion.words().codePoints().anyMatch(Character::isDigit);
    return open
        ? scale
            .read(occasion.words(), occasion.language())
            .map(mood -> noted(occasion, new Asked(BEFORE, Map.of(), false, occasion.now()), mood))
        : Optional.empty();
  }

  private Step noted(Occasion occasion, Asked asked, int mood) {
    List<Change> changes = List.of(new MoodChange.Noted(mood), ofTalk(asked, mood));
    if (!scale.isBare(occasion.words(), occasion.language())) {
      return Step.silent(NAME).changing(changes);
    }
    String text = asked.what().equals(BEFORE) ? thanks(occasion, mood) : farewell(occasion, mood);
    return Step.says(NAME, text).changing(changes);
  }

  private static Change ofTalk(Asked asked, int mood) {
    return Optional.ofNullable(asked.details().get(SESSION))
        .<Change>map(session -> new MoodChange.After(UUID.fromString(session), mood))
        .orElseGet(() -> new MoodChange.Before(mood));
  }

  private String thanks(Occasion occasion, int mood) {
    return say(occasion, "thanks." + band(mood), Map.of("mood", Integer.toString(mood)));
  }

  private String farewell(Occasion occasion, int mood) {
    Optional<Integer> before = occasion.asked(AFTER).flatMap(MoodSkill::before);
    String change =
        before
            .map(earlier -> mood > earlier ? "better" : mood < earlier ? "worse" : "same")
            .orElse("unknown");
    return say(
        occasion,
        "left." + change,
        Map.of("mood", Integer.toString(mood), "before", Integer.toString(before.orElse(mood))));
  }

  private static Optional<Integer> before(Asked asked) {
    return Optional.ofNullable(asked.details().get("before")).map(Integer::valueOf);
  }

  private Optional<Step> obey(Occasion occasion, Commands.Command command) {
    if (command.name().equals("history")) {
      return Optional.of(Step.says(NAME, history.tell(occasion)));
    }
    if (command.name().equals("level") && isTakenOtherwise(occasion)) {
      return Optional.empty();
    }
    return command
        .group(1)
        .flatMap(words -> scale.read(words, occasion.language()))
        .map(mood ->
            Step.says(NAME, thanks(occasion, mood)).changing(List.of(new MoodChange.Noted(mood))));
  }

  /** "I'm at 7 now" may be how far somebody is with what they count. */
  private static boolean isTakenOtherwise(Occasion occasion) {
    return occasion.asked().filter(asked -> !asked.what().startsWith(NAME)).isPresent()
        || occasion.work().goals().stream().anyMatch(goal -> goal.measure().target().isPresent());
  }

  private static String band(int mood) {
    return mood <= LOW ? "low" : mood >= HIGH ? "high" : "middle";
  }

  private String say(Occasion occasion, String key, Map<String, ?> values) {
    return texts.say(occasion.language(), key, values);
  }
}
