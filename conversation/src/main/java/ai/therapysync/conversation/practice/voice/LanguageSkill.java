package ai.therapysync.conversation.practice.voice;

import ai.therapysync.conversation.occasion.Aside;
import ai.therapysync.conversation.occasion.Asked;
import ai.therapysync.conversation.occasion.Change;
import ai.therapysync.conversation.occasion.Commands;
import ai.therapysync.conversation.occasion.Occasion;
import ai.therapysync.conversation.occasion.PersonChange;
import ai.therapysync.conversation.occasion.QuickAnswers;
import ai.therapysync.conversation.occasion.Skill;
import ai.therapysync.conversation.occasion.Step;
import ai.therapysync.conversation.occasion.YesNo;
import ai.therapysync.conversation.person.LanguageGuess;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.language.Phrasebook;
import java.lang.Character.UnicodeScript;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Notices that a person writes in another language than the one they are answered in, offers that
 * one in its own words, and changes to it when they say yes, or ask for it.
 */
public final class LanguageSkill implements Skill, Aside {
  private static final String NAME = "language";
  private static final String OFFERED = "language_offered";

  /** A greeting in another language is no wish for it. */
  private static final int FEWEST_WORDS = 4;

  /** In Chinese, which has no spaces. */
  private static final int FEWEST_CHARACTERS = 4;

  /** Who said no is not asked again for a while. */
  private static final Duration AGAIN = Duration.ofDays(14);

  private final Phrasebook texts = Phrasebook.load(LanguageSkill.class, "language");
  private final Commands commands = Commands.load(LanguageSkill.class, "languages");
  private final LanguageGuess guess = new LanguageGuess();
  private final LanguageNames names = new LanguageNames();
  private final YesNo yesNo = new YesNo();
  private final QuickAnswers quick = new QuickAnswers();

  @Override
  public Optional<Step> take(Occasion occasion) {
    return answer(occasion)
        .or(() ->
            commands
                .find(occasion.words(), occasion.language())
                .flatMap(command -> command.group(1))
                .flatMap(names::find)
                .map(this::changed));
  }

  @Override
  public Optional<Step> add(Occasion occasion) {
    boolean lately =
        occasion
            .work()
            .last(OFFERED)
            .filter(at -> at.plus(AGAIN).isAfter(occasion.now()))
            .isPresent();
    return lately || isFew(occasion.words()) || !occasion.climate().bearsMore()
        ? Optional.empty()
        : guess
            .guess(occasion.words())
            .filter(written -> written != occasion.language())
            .map(written -> offer(occasion, written));
  }

  private static boolean isFew(String words) {
    long characters =
        words.codePoints().filter(c -> UnicodeScript.of(c) == UnicodeScript.HAN).count();
    return words.strip().split("\\s+", -1).length < FEWEST_WORDS && characters < FEWEST_CHARACTERS;
  }

  /** The language that a step of ours offers, in which the answer beside it is written. */
  public static Optional<Language> offered(Step step) {
    return step.asks().filter(asked -> asked.what().equals(NAME)).flatMap(LanguageSkill::offered);
  }

  private static Optional<Language> offered(Asked asked) {
    return Language.of(asked.details().getOrDefault(NAME, ""));
  }

  private Step offer(Occasion occasion, Language written) {
    return Step.says(NAME, texts.say(written, "offer"))
        .changing(List.of(new Change.Happened(OFFERED)))
        .asking(new Asked(NAME, Map.of(NAME, written.code()), false, occasion.now()))
        .offering(quick.yesNo(written));
  }

  private Optional<Step> answer(Occasion occasion) {
    return occasion
        .asked(NAME)
        .flatMap(LanguageSkill::offered)
        .flatMap(language -> answer(occasion, language));
  }

  private Optional<Step> answer(Occasion occasion, Language offered) {
    return yesNo
        .read(occasion.words(), offered)
        .or(() -> yesNo.read(occasion.words(), occasion.language()))
        .map(
            yes -> yes ? changed(offered) : Step.says(NAME, texts.say(occasion.language(), "kept")))
        .or(() -> goesOn(occasion, offered));
  }

  /** Who goes on in the offered language has answered; what they write is answered in it. */
  private Optional<Step> goesOn(Occasion occasion, Language offered) {
    boolean inIt = guess.guess(occasion.words()).filter(offered::equals).isPresent();
    return inIt && !isFew(occasion.words())
        ? Optional.of(Step.silent(NAME).changing(List.of(new PersonChange.LanguageChosen(offered))))
        : Optional.empty();
  }

  private Step changed(Language language) {
    return Step.says(NAME, texts.say(language, "changed"))
        .changing(List.of(new PersonChange.LanguageChosen(language)));
  }
}
