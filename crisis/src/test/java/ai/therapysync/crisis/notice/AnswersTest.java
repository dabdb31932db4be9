package ai.therapysync.crisis.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {
  private final Answers answers = Answers.load();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        " 1 ",
        "1.",
        "1!",
        "1 !",
        "１",
        "١",
        "१",
        "ok",
        "OK",
        "Ok.",
        "yes",
        "YES!",
        "sí",
        "Si",
        "sim",
        "oui",
        "d’accord",
        "ja",
        "好的",
        "是。",
        "हाँ",
        "ठीक है।",
        "نعم",
        "\u200f1",
        "Yep",
        "yeah!",
        "sure",
        "Claro que sí",
        "com certeza",
        "bien sûr",
        "Ja klar",
        "没问题",
        "haan ji",
        "जी",
        "تمام",
        "أكيد"
      })
  void yes(String text) {
    assertThat(answers.read(text)).isEqualTo(new Answer.Yes(Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2",
        "２",
        "٢",
        "२",
        "2.",
        "can't",
        "Can’t",
        "cant",
        "cannot",
        "I can't",
        "no",
        "NO.",
        "no puedo",
        "não posso",
        "Não",
        "je ne peux pas",
        "kann nicht",
        "nein",
        "不能",
        "नहीं",
        "لا",
        "لا أستطيع",
        "nope",
        "Sorry can't",
        "ahora no puedo",
        "não consigo",
        "pas possible",
        "geht nicht",
        "去不了",
        "nahi",
        "مش قادرة"
      })
  void no(String text) {
    assertThat(answers.read(text)).isEqualTo(new Answer.No(Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({"1A, A", "1a, A", "1 b, B", "１Ａ, A", "' 1 C. ', C", "١ a, A"})
  void yesWithACode(String text, String code) {
    assertThat(answers.read(text)).isEqualTo(new Answer.Yes(Optional.of(code)));
  }

  @ParameterizedTest
  @CsvSource({"2A, A", "2b, B", "2 a!, A"})
  void noWithACode(String text, String code) {
    assertThat(answers.read(text)).isEqualTo(new Answer.No(Optional.of(code)));
  }

  /** After "did you reach them?" these mean "not yet", or they promise nothing. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "on my way",
        "I'm on it",
        "coming",
        "got it",
        "received",
        "voy",
        "ya voy",
        "estou indo",
        "j'arrive",
        "komme",
        "bin unterwegs",
        "我来",
        "收到",
        "आ रहा हूँ",
        "aa raha hu",
        "قادم",
        "ماشي",
        "ان شاء الله"
      })
  void whatCouldMeanTheOppositeIsAskedFor(String text) {
    assertThat(answers.read(text)).isEqualTo(new Answer.Other());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "ok I will call her",
        "yes?",
        "1..",
        "11",
        "12",
        "3",
        "0",
        "1 2",
        "1AB",
        "a1",
        "👍",
        "1️⃣",
        "not ok",
        "no way",
        "who is this?",
        "2 minutes",
        "yes yes"
      })
  void anythingElse(String text) {
    assertThat(answers.read(text)).isEqualTo(new Answer.Other());
  }
}
