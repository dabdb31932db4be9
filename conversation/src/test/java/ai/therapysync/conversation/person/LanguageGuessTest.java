package ai.therapysync.conversation.person;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.risk.Utterance;
import ai.therapysync.crisis.risk.Utterance.Speaker;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
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
        "Hola, buenas tardes | SPANISH",
        "Bonjour à tous | FRENCH",
        "Guten Abend | GERMAN",
        "Olá, bom dia | PORTUGUESE",
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

  @Test
  void a_conversation_is_in_what_the_person_wrote_last() {
    assertThat(guess.spokenIn(List.of())).isEmpty();
    assertThat(
            guess.spokenIn(
                List.of(
                    said(Speaker.PERSON, "ya no quiero vivir"),
                    said(Speaker.GATEWAY, "I'm here with you, and I want to help"),
                    said(Speaker.PERSON, "ok"))))
        .contains(Language.SPANISH);
    assertThat(
            guess.spokenIn(
                List.of(
                    said(Speaker.GATEWAY, "Ich bin bei dir, und du bist nicht allein"),
                    said(Speaker.PERSON, "no"))))
        .contains(Language.GERMAN);
  }

  private static Utterance said(Speaker speaker, String text) {
    return new Utterance(speaker, text, Instant.EPOCH);
  }
}
