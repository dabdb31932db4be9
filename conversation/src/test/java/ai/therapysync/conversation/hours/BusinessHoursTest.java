package ai.therapysync.conversation.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessHoursTest {
  @ParameterizedTest
  @CsvSource({
    "09:00, 17:00, 2026-03-02T08:59:59Z, false",
    "09:00, 17:00, 2026-03-02T09:00:00Z, true",
    "09:00, 17:00, 2026-03-02T16:59:59Z, true",
    "09:00, 17:00, 2026-03-02T17:00:00Z, false",
    "22:00, 06:00, 2026-03-02T23:00:00Z, true",
    "22:00, 06:00, 2026-03-02T05:59:00Z, true",
    "22:00, 06:00, 2026-03-02T06:00:00Z, false",
    "09:00, 09:00, 2026-03-02T03:00:00Z, true"
  })
  void is_open_from_start_to_end(String start, String end, String at, boolean open) {
    assertThat(hours(start, end, "UTC").isOpen(Instant.parse(at))).isEqualTo(open);
  }

  @Test
  void opens_tomorrow_when_todays_hours_are_over() {
    BusinessHours hours = hours("09:00", "17:00", "America/New_York");
    assertThat(hours.nextOpening(Instant.parse("2026-01-05T23:00:00Z")))
        .isEqualTo(Instant.parse("2026-01-06T14:00:00Z"));
  }

  @Test
  void a_start_that_clocks_jump_over_opens_at_the_jump() {
    BusinessHours hours = hours("02:30", "12:00", "America/New_York");
    assertThat(hours.nextOpening(Instant.parse("2026-03-08T06:00:00Z")))
        .isEqualTo(Instant.parse("2026-03-08T07:00:00Z"));
  }

  @Test
  void an_hour_that_comes_twice_is_judged_by_the_clock_on_the_wall() {
    BusinessHours hours = hours("01:30", "01:45", "America/New_York");
    Instant first = Instant.parse("2026-11-01T05:30:00Z");
    assertThat(hours.nextOpening(first.minusSeconds(60))).isEqualTo(first);
    assertThat(hours.nextOpening(first.plusSeconds(15 * 60)))
        .isEqualTo(first.plus(Duration.ofHours(1)));
  }

  @ParameterizedTest
  @CsvSource({"America/New_York", "Europe/Madrid", "Australia/Lord_Howe", "Asia/Kolkata", "UTC"})
  void the_next_opening_is_the_first_open_minute(String zone) {
    Random random = new Random(zone.hashCode());
    for (int run = 0; run < 60; run++) {
      BusinessHours hours = hours(anyTime(random), anyTime(random), zone);
      Instant at =
          Instant.parse("2026-03-06T00:00:00Z").plusSeconds(60L * random.nextInt(60 * 24 * 240));
      Instant opening = hours.nextOpening(at);
      assertThat(hours.isOpen(opening)).isTrue();
      for (Instant t = at; t.isBefore(opening); t = t.plusSeconds(60)) {
        assertThat(hours.isOpen(t)).isFalse();
      }
    }
  }

  private static String anyTime(Random random) {
    return LocalTime.of(random.nextInt(24), 15 * random.nextInt(4)).toString();
  }

  private static BusinessHours hours(String start, String end, String zone) {
    return new BusinessHours(
        Optional.of(new BusinessHours.Range(LocalTime.parse(start), LocalTime.parse(end))),
        ZoneId.of(zone));
  }
}
