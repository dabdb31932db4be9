package ai.therapysync.conversation.person;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.person.Settings.Hours;
import ai.therapysync.conversation.person.Settings.Row;
import ai.therapysync.crisis.language.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  private static final Instant NIGHT = Instant.parse("2026-03-02T03:00:00Z");

  @Test
  void an_empty_row_is_the_column_defaults() {
    Hours none = new Hours(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    assertThat(Settings.of(row(Optional.empty(), none)).settings()).isEqualTo(Settings.standard());
  }

  @ParameterizedTest
  @CsvSource({"-5, 0", "0, 0", "7, 7", "3600, 3600", "999999, 3600"})
  void the_delay_is_kept_in_its_bounds(int written, int seconds) {
    Hours none = new Hours(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    assertThat(Settings.of(row(Optional.of(written), none)).settings().responseDelay())
        .isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void hours_with_an_end_missing_or_switched_off_are_always_open() {
    Optional<LocalTime> nine = Optional.of(LocalTime.of(9, 0));
    Optional<LocalTime> five = Optional.of(LocalTime.of(17, 0));
    assertThat(isOpenAtNight(Optional.of(true), nine, Optional.empty())).isTrue();
    assertThat(isOpenAtNight(Optional.of(true), Optional.empty(), five)).isTrue();
    assertThat(isOpenAtNight(Optional.of(false), nine, five)).isTrue();
    assertThat(isOpenAtNight(Optional.empty(), nine, five)).isTrue();
    assertThat(isOpenAtNight(Optional.of(true), nine, five)).isFalse();
  }

  @Test
  void an_unknown_time_zone_is_utc_and_is_told() {
    Settings.Reading reading = Settings.of(row(Optional.empty(), zoned("Mars/Olympus")));
    assertThat(reading.unknownTimezone()).contains("Mars/Olympus");
    assertThat(reading.settings().hours().zone().getId()).isEqualTo("Z");
    Settings.Reading known = Settings.of(row(Optional.empty(), zoned("Europe/Madrid")));
    assertThat(known.unknownTimezone()).isEmpty();
    assertThat(known.settings().hours().zone()).isEqualTo(ZoneId.of("Europe/Madrid"));
  }

  @ParameterizedTest
  @CsvSource({
    "es, de, SPANISH", "en, es, SPANISH", "en, en, ENGLISH", "en-US, pt-BR, PORTUGUESE",
    "tlh, fr, FRENCH", "en, tlh, ENGLISH", ", ar, ARABIC", ", , ENGLISH"
  })
  void the_preferred_language_wins_unless_it_is_the_default(
      @Nullable String preferred, @Nullable String primary, Language spoken) {
    assertThat(PersonLanguage.choose(Optional.ofNullable(preferred), Optional.ofNullable(primary)))
        .isEqualTo(spoken);
  }

  private static boolean isOpenAtNight(
      Optional<Boolean> enabled, Optional<LocalTime> start, Optional<LocalTime> end) {
    Hours hours = new Hours(enabled, start, end, Optional.empty());
    return Settings.of(row(Optional.empty(), hours)).settings().hours().isOpen(NIGHT);
  }

  private static Hours zoned(String timezone) {
    return new Hours(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(timezone));
  }

  private static Row row(Optional<Integer> delay, Hours hours) {
    return new Row(
        Optional.empty(), delay, hours, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
