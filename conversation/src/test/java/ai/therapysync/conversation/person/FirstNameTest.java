package ai.therapysync.conversation.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FirstNameTest {
  @ParameterizedTest
  @CsvSource({
    "Maya Rivera, Maya",
    "'  Maya  ', Maya",
    "Dr. Ana María López, Ana",
    "frau Weber, Weber",
    "Mr, Mr",
    "🙂 Lee, Lee",
    "O'Brien Kate, O'Brien",
    "李雷, 李雷",
    "'{0} Maya', Maya",
  })
  void isTheFirstWordThatIsAName(String name, String first) {
    assertThat(FirstName.of(name)).isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "maya@example.org", "+12025550141", "…"})
  void isEmptyWhereAnotherThingStandsInItsPlace(String name) {
    assertThat(FirstName.of(name)).isEmpty();
  }

  @Test
  void isNeverLongerThanAMessageCanBear() {
    assertThat(FirstName.of("a".repeat(500))).hasSize(40);
  }
}
