package ai.therapysync.conversation.person;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.people.PhoneNumber;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class NumberZoneTest {
  private static final Optional<PhoneNumber> WASHINGTON =
      Optional.of(new PhoneNumber("+12025550141"));

  @Test
  void aChosenZoneIsKept() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    assertThat(NumberZone.choose(berlin, WASHINGTON)).isEqualTo(berlin);
  }

  @Test
  void whereNobodyChoseOneTheNumbersCounts() {
    ZoneId newYork = ZoneId.of("America/New_York");
    assertThat(NumberZone.choose(ZoneOffset.UTC, WASHINGTON)).isEqualTo(newYork);
    assertThat(NumberZone.choose(ZoneId.of("UTC"), WASHINGTON)).isEqualTo(newYork);
    Optional<PhoneNumber> delhi = Optional.of(new PhoneNumber("+911123456789"));
    assertThat(NumberZone.choose(ZoneId.of("Etc/UTC"), delhi))
        .isEqualTo(ZoneId.of("Asia/Calcutta"));
  }

  @Test
  void withoutANumberItStaysUtc() {
    assertThat(NumberZone.choose(ZoneOffset.UTC, Optional.empty())).isEqualTo(ZoneOffset.UTC);
  }
}
