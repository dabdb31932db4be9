package ai.therapysync.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.gateway.channel.SendOutcome.NotTaken;
import ai.therapysync.gateway.channel.SendOutcome.Throttled;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RetryScheduleTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final SendOutcome DOWN = new NotTaken("down");

  private final RetrySchedule schedule = new RetrySchedule(InstantSource.fixed(NOW));

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 5, 10, 100, 1_000, Integer.MAX_VALUE})
  void aCrisisMessageIsTriedAgainWithinFiveSecondsForEver(int attempt) {
    assertThat(schedule.next(attempt, true, DOWN))
        .isBetween(Duration.ofMillis(1), Duration.ofSeconds(5));
  }

  @Test
  void aCrisisMessageWaitsAsLongAsItIsToldUpToTenSeconds() {
    assertThat(schedule.next(1, true, new Throttled(NOW.plusSeconds(8))))
        .isEqualTo(Duration.ofSeconds(8));
    assertThat(schedule.next(1, true, new Throttled(NOW.plusSeconds(80))))
        .isEqualTo(Duration.ofSeconds(10));
  }

  @RepeatedTest(20)
  void anOrdinaryMessageIsTriedAgainSoonAndThenMoreRarely() {
    assertThat(schedule.next(1, false, DOWN)).isLessThanOrEqualTo(Duration.ofSeconds(10));
    assertThat(schedule.next(1, false, new Throttled(NOW.plusSeconds(40))))
        .isEqualTo(Duration.ofSeconds(10));
    assertThat(schedule.next(4, false, DOWN))
        .isBetween(Duration.ofSeconds(8), Duration.ofSeconds(24));
    assertThat(schedule.next(50, false, DOWN))
        .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
    assertThat(schedule.next(50, false, new Throttled(NOW.plusSeconds(3_600))))
        .isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void rule25WhereTooManyWentToOnePersonTheWaitGrowsFourfold() {
    SendOutcome crowded = new SendOutcome.Crowded();
    assertThat(schedule.next(1, false, crowded)).isEqualTo(Duration.ofSeconds(4));
    assertThat(schedule.next(2, false, crowded)).isEqualTo(Duration.ofSeconds(16));
    assertThat(schedule.next(3, false, crowded)).isEqualTo(Duration.ofSeconds(60));
    assertThat(schedule.next(Integer.MAX_VALUE, false, crowded)).isEqualTo(Duration.ofSeconds(60));
    assertThat(schedule.next(1, true, crowded)).isEqualTo(Duration.ofSeconds(4));
    assertThat(schedule.next(9, true, crowded)).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void manyDoNotComeBackTogether() {
    Set<Duration> waits = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      waits.add(schedule.next(3, false, DOWN));
    }
    assertThat(waits).hasSizeGreaterThan(10);
  }

  @Test
  void aTimeThatHasPassedIsNoReasonToHurry() {
    assertThat(schedule.next(1, false, new Throttled(NOW.minusSeconds(5)))).isPositive();
  }
}
