package ai.therapysync.conversation.practice.voice;

import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.language.Phrasebook;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Understands the names of the languages that we speak, in each of them. */
public final class LanguageNames {
  private final Phrasebook texts = Phrasebook.load(LanguageNames.class, "language");

  /** The language of that name. */
  public Optional<Language> find(String name) {
    String plain = name.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(Language.values()).filter(one -> isCalled(one, plain)).findFirst();
  }

  private boolean isCalled(Language language, String plain) {
    return Arrays.stream(Language.values())
        .map(in -> texts.say(in, "name." + language.code()))
        .anyMatch(names -> List.of(names.split("\\|")).contains(plain));
  }
}
