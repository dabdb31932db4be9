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
  private static final String FILE = "control-words.properties";

  private final Map<String, String> meanings;
  private final Map<String, Language> languages;
  private final Phrasebook texts;

  private ControlWords(
      Map<String, String> meanings, Map<String, Language> languages, Phrasebook texts) {
    this.meanings = meanings;
    this.languages = languages;
    this.texts = texts;
  }

  /** Reads the words and texts that come with the program. */
  public static ControlWords load() {
    return new ControlWords(
        ExactWord.load(ControlWords.class, FILE),
        ExactWord.languages(ControlWords.class, FILE),
        Phrasebook.load(ControlWords.class, "ControlWords"));
  }

  /** What a message means when it is nothing but a control word; a sentence never is one. */
  public Optional<ControlWord> of(String text) {
    return Optional.ofNullable(meanings.get(ExactWord.of(text)))
        .map(meaning -> ControlWord.valueOf(meaning.toUpperCase(Locale.ROOT)));
  }

  /**
   * The language in which a control word is one, where that is a single one and not English, whose
   * words are used everywhere.
   */
  public Optional<Language> language(String text) {
    return Optional.ofNullable(languages.get(ExactWord.of(text)))
        .filter(language -> language != Language.ENGLISH);
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
