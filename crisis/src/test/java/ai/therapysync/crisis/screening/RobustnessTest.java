package ai.therapysync.crisis.screening;

import static ai.therapysync.crisis.risk.RiskLevel.HIGH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ai.therapysync.crisis.risk.RiskLevel;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is sent: no exception, and no time lost. */
class RobustnessTest {
  private static final long LONGEST_NANOS = 5_000_000;
  private static final int WARMING = 200;
  private static final int MEASURED = 41;

  static Stream<String> oddTexts() {
    return Stream.of(
        "a".repeat(10_000),
        "kill ".repeat(2_000),
        "i want to ".repeat(1_000),
        "not never no ".repeat(900),
        "k i l l ".repeat(1_250),
        "k" + "\u0301".repeat(5_000) + "ill myself",
        "\u200B".repeat(10_000),
        "\uD83D",
        "die \uDE00\uD83D kill \uD83D",
        "я хочу 死 मरना اريد die \u202Emyself",
        "🔪".repeat(5_000),
        "自杀".repeat(5_000),
        "****************",
        "*".repeat(10_000),
        "killmyself".repeat(1_000),
        "'''''",
        "’s",
        "'s",
        "x's".repeat(100),
        "i ".repeat(5_000),
        "die ".repeat(2_500),
        "if i was not here ".repeat(560),
        "my kids would be better off without me if i was not here ".repeat(170),
        "he would not let me go to my house if i take all my pills and ".repeat(160),
        "pills and pills with ".repeat(480),
        "sucide myslef overdse hopeles ".repeat(330),
        "i want to die 我想死 मरना أريد 🔪\u200B".repeat(330),
        "\u0000\u0001\uFFFF");
  }

  @ParameterizedTest
  @MethodSource("oddTexts")
  void nothingBreaksOrSlowsIt(String text) {
    for (int i = 0; i < WARMING; i++) {
      Saying.alone(text);
    }
    long[] nanos = new long[MEASURED];
    // The thread's own time: what a busy machine gives to others does not count.
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (int i = 0; i < nanos.length; i++) {
      long start = threads.getCurrentThreadCpuTime();
      Saying.alone(text);
      nanos[i] = threads.getCurrentThreadCpuTime() - start;
    }
    Arrays.sort(nanos);
    // A quarter of the rounds is undisturbed even where the machine is busy.
    assertThat(nanos[MEASURED / 4]).isLessThan(LONGEST_NANOS);
  }

  @Test
  void randomTextsNeverThrow() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      random.ints(random.nextInt(60), 0, 0x10000).forEach(c -> text.append((char) c));
      assertThatCode(() -> Saying.alone(text.toString())).doesNotThrowAnyException();
    }
  }

  @Test
  void dangerIsSeenThroughMarksAndAtBothEndsOfALongText() {
    assertThat(Saying.alone("i want to k" + "\u0301".repeat(5_000) + "ill myself").level())
        .isEqualTo(HIGH);
    String filler = "and then we talked about the weather. ".repeat(400);
    assertThat(Saying.alone("I want to kill myself. " + filler).level())
        .isGreaterThanOrEqualTo(HIGH);
    assertThat(Saying.alone(filler + "I want to kill myself").level()).isGreaterThanOrEqualTo(HIGH);
  }

  @Test
  void anOrdinaryMessageTakesMicroseconds() {
    String text = "hey, are we still on for lunch tomorrow? I can be there at noon, lol";
    long[] nanos = new long[3_000];
    for (int i = 0; i < nanos.length; i++) {
      long start = System.nanoTime();
      assertThat(Saying.alone(text).level()).isEqualTo(RiskLevel.NONE);
      nanos[i] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    assertThat(nanos[nanos.length / 2]).isLessThan(1_000_000);
  }
}
