package ai.therapysync.conversation.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A wall of anything is answered before anybody wonders. */
class WallOfSignsTest {
  @ParameterizedTest
  @ValueSource(strings = {"\uD83D\uDE42", "a ", "\u4F60", "!", "\n", "9", "ab,", "so sad. "})
  void a_wall_is_answered(String brick) {
    String wall = brick.repeat(400_000 / brick.length());
    String answer =
        assertTimeoutPreemptively(
            Duration.ofSeconds(10), () -> new Talk(new OfflineCompanion()).says(wall));
    assertThat(answer).isNotBlank();
  }
}
