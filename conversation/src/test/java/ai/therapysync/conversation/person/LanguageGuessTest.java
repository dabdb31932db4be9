package ai.therapysync.conversation.person;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.language.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageGuessTest {
  private final LanguageGuess guess = new LanguageGuess();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "I don't want to be here anymore | ENGLISH",
        "ya no quiero vivir | SPANISH",
        "estoy muy mal, no puedo más | SPANISH",
        "não quero mais viver | PORTUGUESE",
        "je ne veux plus vivre | FRENCH",
        "ich will nicht mehr leben | GERMAN",
        "我不想活了 | CHINESE",
        "मैं जीना नहीं चाहता | HINDI",
        "لا أريد أن أعيش | ARABIC"
      })
  void knows_a_clear_sentence(String text, Language language) {
    assertThat(guess.guess(text)).contains(language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ok", "🙂", "hola", "no", "もう生きたくない", "Ana 123", "не хочу жить"})
  void says_nothing_when_it_is_not_clear_or_not_one_of_ours(String text) {
    assertThat(guess.guess(text)).isEmpty();
  }
}
