package ai.therapysync.conversation.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a name in an answer, and what is none. */
final class NameReaderTest {
  private final NameReader names = new NameReader();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Maya                    | Maya
          I'm Maya.               | Maya
          My name is Ana Ruiz     | Ana Ruiz
          Ana de la Cruz          | Ana de la Cruz
          call me J.R. please     | J.R
          Me llamo José           | José
          meu nome é João         | João
          je m'appelle Zoé        | Zoé
          Ich heiße Jörg!         | Jörg
          我叫小明                 | 小明
          मेरा नाम आशा है           | आशा
          اسمي ليلى               | ليلى
          O'Neil                  | O'Neil
          """)
  void aNameIsReadWithoutWhatStandsAroundIt(String text, String name) {
    assertThat(names.read(text)).contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yes",
        "why?",
        "hello",
        "I don't know what you want from me",
        "i feel so bad",
        "34",
        "a@example.org",
        "later",
        "what is this for?",
        "no sé",
        "我今天真的很难过不想说话",
        "<script>"
      })
  void whatIsNoNameIsNotTakenForOne(String text) {
    assertThat(names.read(text)).isEmpty();
  }
}
