package ai.therapysync.conversation.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VerificationCodeTest {
  @Test
  void spacesHyphensAndCaseDoNotMatter() {
    assertThat(VerificationCode.bare(" 482 913\n")).isEqualTo("482913");
    assertThat(VerificationCode.bare("482-913")).isEqualTo("482913");
    assertThat(VerificationCode.bare("blue\u201142")).isEqualTo("BLUE42");
  }

  @ParameterizedTest
  @ValueSource(strings = {"482913", "48 29 13", "48-29-13", "AB12CD", "blue-42", "123"})
  void aWordWithADigitOrGroupsOfDigitsIsATry(String text) {
    assertThat(VerificationCode.isAttempt(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello", "Hi there", "I have 2 dogs", "ok", "", "12", "STOP"})
  void anOrdinaryWordIsNone(String text) {
    assertThat(VerificationCode.isAttempt(text)).isFalse();
  }

  @Test
  void nothingIsNoCode() {
    assertThat(VerificationCode.mayBe(" \n")).isFalse();
    assertThat(VerificationCode.mayBe("1".repeat(65))).isFalse();
    assertThat(VerificationCode.mayBe("482913")).isTrue();
  }
}
