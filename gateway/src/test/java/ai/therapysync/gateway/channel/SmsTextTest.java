package ai.therapysync.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SmsTextTest {
  @ParameterizedTest
  @CsvSource({
    "a, 0, 1",
    "a, 160, 1",
    "a, 161, 2",
    "a, 306, 2",
    "a, 307, 3",
    "€, 80, 1",
    "€, 81, 2",
    "ж, 70, 1",
    "ж, 71, 2",
    "ж, 134, 2",
    "ж, 135, 3",
    "🙂, 35, 1",
    "🙂, 36, 2",
  })
  void countsSegments(String character, int times, int segments) {
    assertThat(SmsText.segments(character.repeat(times))).isEqualTo(segments);
  }

  @Test
  void exchangesTypographyWhereThatSavesASegment() {
    assertThat(SmsText.plain("“I’m here” – now…\u00a0ok")).isEqualTo("\"I'm here\" - now... ok");
  }

  @Test
  void leavesOtherTextsAsTheyAre() {
    assertThat(SmsText.plain("“Привет”")).isEqualTo("“Привет”");
    assertThat(SmsText.plain("“🙂”")).isEqualTo("“🙂”");
  }
}
