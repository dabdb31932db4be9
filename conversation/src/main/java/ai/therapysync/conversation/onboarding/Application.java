package ai.therapysync.conversation.onboarding;

import ai.therapysync.crisis.language.Language;
import java.util.Locale;
import java.util.Optional;

/**
 * A stranger on their way in: a row of {@code gateway.onboardings}. Private: never printed.
 *
 * @param step what was asked last, or how it ended
 * @param sure they clearly write or have chosen the language
 * @param tries how many answers to the question made no sense
 * @param name what they want to be called, once they have said it
 */
public record Application(
    Step step,
    Language language,
    boolean sure,
    int tries,
    Optional<String> name,
    Optional<Consent> consent) {
  /** Where they stand; the word is stored. */
  public enum Step {
    CONSENT,
    NAME,
    LANGUAGE,
    AGE,
    /** They said no: that is all that is kept. */
    REFUSED,
    /** They are too young; how old they are is not kept. */
    TOO_YOUNG;

    /** {@code consent}, … */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The step of a stored word. */
    public static Step of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /** The next question, asked for the first time. */
  Application at(Step next) {
    return new Application(next, language, sure, 0, name, consent);
  }

  /** An answer made no sense. */
  Application tried() {
    return new Application(step, language, sure, tries + 1, name, consent);
  }

  Application in(Language other) {
    return new Application(step, other, true, tries, name, consent);
  }

  Application agreed(Consent yes) {
    return new Application(step, language, sure, tries, name, Optional.of(yes));
  }

  Application called(String chosen) {
    return new Application(step, language, sure, tries, Optional.of(chosen), consent);
  }

  /** Nothing but how it ended. */
  Application ended(Step end) {
    return new Application(end, language, sure, 0, Optional.empty(), Optional.empty());
  }

  @Override
  public String toString() {
    return "Application[" + step + "]";
  }
}
