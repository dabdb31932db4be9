package ai.therapysync.conversation.onboarding;

import ai.therapysync.conversation.message.Choices;
import ai.therapysync.conversation.occasion.Commands;
import ai.therapysync.conversation.occasion.QuickAnswers;
import ai.therapysync.conversation.occasion.YesNo;
import ai.therapysync.conversation.onboarding.Application.Step;
import ai.therapysync.conversation.person.NameReader;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.language.Phrasebook;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Leads a stranger in, one question a message: what this is and whether they agree, their name,
 * their language where it is unclear, their age. What makes no sense is asked again, twice at most;
 * then it is their turn.
 */
public final class Onboarding {
  /** Of the text that is agreed to: changes whenever its meaning does. */
  static final String VERSION = "2026-11";

  private static final int ASKED_AGAIN = 2;

  /** As their speakers call them. */
  private static final String LANGUAGES =
      "English, espa\u00F1ol, portugu\u00EAs, fran\u00E7ais, Deutsch, \u4E2D\u6587,"
          + " \u0939\u093F\u0928\u094D\u0926\u0940, \u0627\u0644\u0639\u0631\u0628\u064A\u0629";

  private final Phrasebook texts = Phrasebook.load(Onboarding.class, "onboarding");
  private final Commands commands = Commands.load(Onboarding.class, "commands");
  private final YesNo yesNo = new YesNo();
  private final QuickAnswers quick = new QuickAnswers();
  private final Tongue tongue = new Tongue();
  private final NameReader names = new NameReader();
  private final AgeReader ages = new AgeReader();
  private final int minimumAge;

  /** With the age from which people may join. */
  public Onboarding(int minimumAge) {
    this.minimumAge = minimumAge;
  }

  /**
   * A stranger's message.
   *
   * @param region the country of their number
   * @param lines whom to call, in the language that is spoken
   */
  public record Message(String text, String region, Lines lines, Instant at) {
    @Override
    public String toString() {
      return "Message[private]";
    }
  }

  /** Whole sentences that say whom to call. */
  public interface Lines {
    /** In a crisis. */
    String crisis(Language language);

    /** For young people; the same as for all where the country has none that we know. */
    String young(Language language);
  }

  /** What follows from a message of someone who stands there. */
  public Reaction take(Optional<Application> standing, Message message) {
    if (standing.isEmpty()) {
      return welcome(message);
    }
    Application now = heard(standing.get(), message);
    if (mayRefuse(now.step()) && isCommand("refuse", now, message)) {
      return refused(now, message);
    }
    return switch (now.step()) {
      case CONSENT -> consent(now, message, standing.get().language() != now.language());
      case NAME -> name(now, message);
      case LANGUAGE -> language(now, message);
      case AGE -> age(now, message);
      case REFUSED ->
          agrees(now, message).orElse(false)
              ? agreed(now, message)
              : new Reaction.Silent(now, "they said no");
      case TOO_YOUNG -> new Reaction.Silent(now, "too young");
    };
  }

  /** A button of an earlier question was tapped: what is asked now is asked again. */
  public Reaction late(Application now) {
    return switch (now.step()) {
      case CONSENT -> again(now, "consent.again", agreement(now));
      case NAME -> again(now, "name.again");
      case LANGUAGE -> again(now, "language.again", languages(now));
      case AGE -> again(now, "age.again");
      case REFUSED, TOO_YOUNG -> new Reaction.Silent(now, "a button of an earlier question");
    };
  }

  private Optional<Choices> agreement(Application now) {
    return Optional.of(quick.yesNo(now.language()));
  }

  private Optional<Choices> languages(Application now) {
    return Optional.of(quick.words(now.language(), List.of(LANGUAGES.split(", ", -1))));
  }

  /** The closed door for someone too young, once more. */
  public Reaction tooYoung(Application now, Message message) {
    return new Reaction.Says(
        now.ended(Step.TOO_YOUNG),
        say(
            now,
            "young",
            Map.of(
                "age", Integer.toString(minimumAge),
                "line", message.lines().young(now.language()))),
        Optional.empty());
  }

  private Reaction welcome(Message message) {
    Optional<Language> clear = tongue.clear(message.text());
    Language language = clear.orElseGet(() -> tongue.of(message.region()));
    Application now =
        new Application(
            Step.CONSENT, language, clear.isPresent(), 0, Optional.empty(), Optional.empty());
    return new Reaction.Says(now, welcome(now, message), agreement(now));
  }

  private String welcome(Application now, Message message) {
    return say(now, "welcome", Map.of("line", message.lines().crisis(now.language())));
  }

  /** Before they have agreed, the language is what they write or name. */
  private Application heard(Application now, Message message) {
    if (now.step() != Step.CONSENT) {
      return now;
    }
    return tongue
        .named(message.text())
        .or(() -> tongue.clear(message.text()))
        .map(now::in)
        .orElse(now);
  }

  private Reaction consent(Application now, Message message, boolean inAnotherLanguage) {
    Optional<Boolean> answer = agrees(now, message);
    if (answer.isEmpty() && isCommand("what", now, message)) {
      return explained(now);
    }
    if (answer.isEmpty()) {
      return inAnotherLanguage
          ? new Reaction.Says(now, welcome(now, message), agreement(now))
          : again(now, "consent.again", agreement(now));
    }
    return answer.get() ? agreed(now, message) : refused(now, message);
  }

  /** Who asks what this is hears it, and is asked again. */
  private Reaction explained(Application now) {
    return now.tries() < ASKED_AGAIN
        ? new Reaction.Says(
            now.tried(),
            say(now, "what", Map.of()) + "\n" + say(now, "consent.again", Map.of()),
            agreement(now))
        : again(now, "consent.again", agreement(now));
  }

  private Reaction agreed(Application now, Message message) {
    return ask(now.agreed(new Consent(VERSION, message.at())).at(Step.NAME), "name");
  }

  private Reaction refused(Application now, Message message) {
    return new Reaction.Says(
        now.ended(Step.REFUSED),
        say(now, "refused", Map.of("line", message.lines().crisis(now.language()))),
        Optional.empty());
  }

  private Reaction name(Application now, Message message) {
    return names
        .read(message.text())
        .map(now::called)
        .map(named ->
            named.sure()
                ? ask(named.at(Step.AGE), "age")
                : new Reaction.Says(
                    named.at(Step.LANGUAGE), say(named, "language", Map.of()), languages(named)))
        .orElseGet(() -> again(now, "name.again"));
  }

  private Reaction language(Application now, Message message) {
    return tongue
        .named(message.text())
        .or(() -> tongue.clear(message.text()))
        .map(chosen -> ask(now.in(chosen).at(Step.AGE), "age"))
        .orElseGet(() -> again(now, "language.again", languages(now)));
  }

  private Reaction age(Application now, Message message) {
    Optional<Integer> age = ages.read(message.text());
    if (age.isEmpty()) {
      return again(now, "age.again");
    }
    if (age.get() < minimumAge) {
      return tooYoung(now, message);
    }
    Newcomer newcomer =
        new Newcomer(now.name().orElseThrow(), now.language(), now.consent().orElseThrow());
    return new Reaction.Joins(
        newcomer, say(now, "joined", Map.of()), quick.yesLater(now.language()));
  }

  private Optional<Boolean> agrees(Application now, Message message) {
    return isCommand("agree", now, message)
        ? Optional.of(true)
        : yesNo.read(message.text(), now.language());
  }

  private boolean isCommand(String name, Application now, Message message) {
    return commands
        .find(message.text(), now.language())
        .filter(command -> command.name().equals(name))
        .isPresent();
  }

  private static boolean mayRefuse(Step step) {
    return step != Step.REFUSED && step != Step.TOO_YOUNG;
  }

  private Reaction ask(Application now, String key) {
    return new Reaction.Says(now, say(now, key, Map.of()), Optional.empty());
  }

  private Reaction again(Application now, String key) {
    return again(now, key, Optional.empty());
  }

  private Reaction again(Application now, String key, Optional<Choices> choices) {
    return now.tries() < ASKED_AGAIN
        ? new Reaction.Says(now.tried(), say(now, key, Map.of()), choices)
        : new Reaction.Silent(now, "asked twice again");
  }

  private String say(Application now, String key, Map<String, String> values) {
    Map<String, String> all = new HashMap<>(values);
    all.put("name", now.name().orElse(""));
    return texts.say(now.language(), key, all);
  }
}
