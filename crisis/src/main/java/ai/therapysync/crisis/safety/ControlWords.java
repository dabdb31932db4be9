package ai.therapysync.crisis.safety;

import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.language.Phrasebook;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * STOP, START and HELP in eight languages, from {@code control-words.properties}, and what we
 * answer to the first two. HELP is answered by {@link SafeReply#helpAnswer}.
 */
public final class ControlWords {
  private final Map<String, String> meanings;
  private final Phrasebook texts;

  private ControlWords(Map<String, String> meanings, Phrasebook texts) {
    this.meanings = meanings;
    this.texts = texts;
  }

  /** Reads the words and texts that come with the program. */
  public static ControlWords load() {
    return new ControlWords(
        ExactWord.load(ControlWords.class, "control-words.properties"),
        Phrasebook.load(ControlWords.class, "ControlWords"));
  }

  /** What a message means when it is nothing but a control word; a sentence never is one. */
  public Optional<ControlWord> of(String text) {
    return Optional.ofNullable(meanings.get(ExactWord.of(text)))
        .map(meaning -> ControlWord.valueOf(meaning.toUpperCase(Locale.ROOT)));
  }

  /** Confirms STOP once, and says how to come back. */
  public String stopped(Language language) {
    return texts.say(language, "stopped");
  }

  /** Confirms START. */
  public String started(Language language) {
    return texts.say(language, "started");
  }
}
