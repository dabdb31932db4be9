package ai.therapysync.conversation.reply;

import ai.therapysync.crisis.language.Language;
import java.util.stream.Stream;

/** The languages in which the offline companion has all that it has in English; add yours here. */
final class FullLanguages {
  private FullLanguages() {}

  static Stream<Language> all() {
    return Stream.of(
        Language.ENGLISH,
        Language.SPANISH,
        Language.PORTUGUESE,
        Language.FRENCH,
        Language.GERMAN,
        Language.CHINESE);
  }
}
