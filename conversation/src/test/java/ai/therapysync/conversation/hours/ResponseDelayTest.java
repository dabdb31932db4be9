package ai.therapysync.conversation.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ResponseDelayTest {
  private static final Instant FIRST = Instant.parse("2026-03-02T18:00:00Z");

  @Test
  void anAnswerComesTheDelayAfterTheLastMessage() {
    assertThat(due(0, 2)).isEqualTo(2);
    assertThat(due(10, 20)).isEqualTo(30);
    assertThat(due(0, 0)).isZero();
  }

  @Test
  void whoWritesOnIsAnsweredHalfAMinuteAfterTheFirst() {
    assertThat(due(29, 2)).isEqualTo(30);
    assertThat(due(25, 20)).isEqualTo(30);
  }

  @Test
  void aLongerDelayIsTheLatestItself() {
    assertThat(due(0, 60)).isEqualTo(60);
    assertThat(due(50, 60)).isEqualTo(60);
  }

  private static long due(int last, int delay) {
    Instant due = ResponseDelay.due(FIRST, FIRST.plusSeconds(last), Duration.ofSeconds(delay));
    return Duration.between(FIRST, due).toSeconds();
  }
}
