package ai.therapysync.crisis.safety;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlWordsTest {
  private final ControlWords words = ControlWords.load();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STOP",
        "stop",
        " Stop. ",
        "STOP!",
        "ＳＴＯＰ",
        "unsubscribe",
        "END",
        "quit",
        "cancel",
        "Baja",
        "parar",
        "arrêt",
        "abmelden",
        "退订",
        "停止。",
        "बंद करें",
        "إيقاف"
      })
  void stop(String text) {
    assertThat(words.of(text)).contains(ControlWord.STOP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"START", "unstop", "alta", "iniciar", "démarrer", "开始", "शुरू करें", "ابدأ"})
  void start(String text) {
    assertThat(words.of(text)).contains(ControlWord.START);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HELP",
        "help!",
        "ayuda",
        "ajuda",
        "aide",
        "à l’aide",
        "Hilfe",
        "帮助",
        "救命！",
        "मदद",
        "मदद।",
        "مساعدة"
      })
  void help(String text) {
    assertThat(words.of(text)).contains(ControlWord.HELP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "stop it",
        "please stop",
        "I want it to stop",
        "stop?",
        "stop!!",
        "yes",
        "the end",
        "help me with my goals",
        "I quit my job",
        "no puedo parar",
        "1"
      })
  void anythingElseIsConversation(String text) {
    assertThat(words.of(text)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theConfirmationsNameAWordThatWorks(Language language) {
    assertThat(wordIn(words.stopped(language), ControlWord.START)).isTrue();
    assertThat(wordIn(words.started(language), ControlWord.STOP)).isTrue();
  }

  @Test
  void englishConfirmationsFitTheGsmAlphabet() {
    assertThat(Gsm7.misfit(words.stopped(Language.ENGLISH))).isEmpty();
    assertThat(Gsm7.misfit(words.started(Language.ENGLISH))).isEmpty();
  }

  private boolean wordIn(String text, ControlWord meaning) {
    return java.util.Arrays.stream(text.split("[ .,“”:。，]+", -1))
        .anyMatch(word -> words.of(word).filter(found -> found == meaning).isPresent());
  }
}
