package ai.therapysync.conversation.person;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.hours.BusinessHours;
import ai.therapysync.crisis.people.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Nobody is written to in the middle of their night. */
final class UnaskedHoursTest {
  private static final Optional<PhoneNumber> BERLIN = PhoneNumber.parse("+4915112345678", "ZZ");

  @Test
  void withoutHoursOfTheirOwnByDayWhereTheirNumberIsAtHome() {
    Instant night = Instant.parse("2026-06-01T01:30:00Z");
    assertThat(UnaskedHours.next(Settings.standard(), BERLIN, night))
        .isEqualTo(Instant.parse("2026-06-01T07:00:00Z"));
    Instant day = Instant.parse("2026-06-01T10:00:00Z");
    assertThat(UnaskedHours.next(Settings.standard(), BERLIN, day)).isEqualTo(day);
  }

  @Test
  void theirOwnHoursCountWhereTheyHaveSome() {
    BusinessHours hours =
        new BusinessHours(
            Optional.of(new BusinessHours.Range(LocalTime.of(22, 0), LocalTime.of(2, 0))),
            ZoneId.of("Europe/Berlin"));
    Settings settings = new Settings("default", Duration.ZERO, hours, true, true, true);
    assertThat(UnaskedHours.next(settings, BERLIN, Instant.parse("2026-06-01T10:00:00Z")))
        .isEqualTo(Instant.parse("2026-06-01T20:00:00Z"));
  }
}
