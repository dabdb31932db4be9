package ai.therapysync.conversation.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An age is taken only where nothing else is said. */
final class AgeReaderTest {
  private final AgeReader ages = new AgeReader();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          34 | 34
          I'm 25. | 25
          17 years old | 17
          tengo 41 años | 41
          tenho 20 anos | 20
          j'ai 33 ans | 33
          ich bin 52 Jahre alt | 52
          我今年30岁 | 30
          २८ साल | 28
          عمري ٤٠ سنة | 40
          """)
  void anAgeIsRead(String text, int age) {
    assertThat(ages.read(text)).contains(age);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"under 18", "nearly 18", "17, 18 next week", "0", "999", "1990", "-20", "old", ""})
  void anythingElseIsAskedAgain(String text) {
    assertThat(ages.read(text)).isEmpty();
  }
}
