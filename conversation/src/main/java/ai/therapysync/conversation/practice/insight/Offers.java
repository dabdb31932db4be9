package ai.therapysync.conversation.practice.insight;

import ai.therapysync.conversation.occasion.Idea;
import ai.therapysync.conversation.practice.insight.InsightRule.Action;
import ai.therapysync.conversation.reply.OfflineCompanion;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.language.Phrasebook;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The question that an idea ends with, by what a yes to it does. */
final class Offers {
  private static final int LONGEST = 240;

  private final Map<String, Action> actions =
      InsightRule.load().stream().collect(Collectors.toMap(InsightRule::type, InsightRule::action));
  private final Phrasebook texts = Phrasebook.load(IdeaMaker.class, "insights");
  private final Phrasebook companion = Phrasebook.load(OfflineCompanion.class, "companion");

  /** What a yes does; what others wrote is talked about. */
  Action action(Idea idea) {
    return actions.getOrDefault(idea.type(), Action.SMALL_STEP);
  }

  /** Whether a yes or a no is waited for. */
  static boolean waits(Action action) {
    return !List.of(Action.NONE, Action.CONTACTS).contains(action);
  }

  /** The idea and its question; empty where the language has no words for it. */
  Optional<String> say(Idea idea, Language language) {
    return question(action(idea), language)
        .map(question -> (shortened(idea.description()) + " " + question).strip())
        .map(text -> language == Language.CHINESE ? text.replaceAll("([。？！]) ", "$1") : text);
  }

  private Optional<String> question(Action action, Language language) {
    if (action == Action.BREATHING) {
      // In the companion's own words, by which it knows that a yes begins the exercise.
      return companion.has(language, "offer.breathing.1")
          ? Optional.of(companion.say(language, "offer.breathing.1"))
          : Optional.empty();
    }
    return Optional.of(texts.say(language, "offer." + action.name().toLowerCase(Locale.ROOT)));
  }

  /** What follows a yes in words alone. */
  String taken(Action action, Language language) {
    String key = "taken." + action.name().toLowerCase(Locale.ROOT);
    return texts.say(language, texts.has(Language.ENGLISH, key) ? key : "taken.small_step");
  }

  String declined(Language language) {
    return texts.say(language, "declined");
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }
}
