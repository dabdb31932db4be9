package ai.therapysync.conversation.onboarding;

import ai.therapysync.conversation.person.LanguageGuess;
import ai.therapysync.conversation.practice.voice.LanguageNames;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.safety.ExactWord;
import com.ibm.icu.util.ULocale;
import java.util.Map;
import java.util.Optional;

/** In which language a stranger is spoken to. */
final class Tongue {
  private final LanguageGuess guess = new LanguageGuess();
  private final LanguageNames names = new LanguageNames();
  private final Map<String, String> telling = ExactWord.load(Tongue.class, "telling.properties");

  /** The language that they clearly write, though it be a single word. */
  Optional<Language> clear(String text) {
    return guess
        .guess(text)
        .or(() -> Optional.ofNullable(telling.get(ExactWord.of(text))).flatMap(Language::of));
  }

  /** The language that they name. */
  Optional<Language> named(String text) {
    return names.find(ExactWord.of(text));
  }

  /** What is mostly spoken where a number is at home; English where we don't speak that. */
  Language of(String region) {
    String likely = ULocale.addLikelySubtags(new ULocale("und_" + region)).getLanguage();
    return Language.of(likely).orElse(Language.ENGLISH);
  }
}
