package ai.therapysync.conversation.hours;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.delivery.Gsm;
import ai.therapysync.crisis.language.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AwayMessageTest {
  private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T14:00:00Z");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private final AwayMessage away = new AwayMessage();

  @ParameterizedTest
  @EnumSource(Language.class)
  void names_the_opening_and_the_line_in_every_language(Language language) {
    String text = away.write(language, "Maya", MONDAY_NINE, NEW_YORK, "988.");
    assertThat(text).contains("Maya").contains("9:00").contains("988.").doesNotContain("{");
    assertThat(away.write(language, "", MONDAY_NINE, NEW_YORK, "988.")).doesNotContain("Maya");
  }

  @Test
  void tells_day_and_time_as_the_language_does_and_stays_plain() {
    String english = away.write(Language.ENGLISH, "Maya", MONDAY_NINE, NEW_YORK, "Call 988.");
    assertThat(english).contains("Monday").contains("9:00 AM").endsWith("Call 988.");
    assertThat(Gsm.canWrite(english)).isTrue();
    assertThat(away.write(Language.SPANISH, "", MONDAY_NINE, NEW_YORK, "Llama al 988."))
        .contains("lunes");
  }

  @Test
  void a_turn_is_due_after_the_last_message_but_not_long_after_the_first() {
    Instant first = MONDAY_NINE;
    assertThat(ResponseDelay.due(first, first.plusSeconds(5), Duration.ofSeconds(2)))
        .isEqualTo(first.plusSeconds(7));
    assertThat(ResponseDelay.due(first, first.plusSeconds(29), Duration.ofSeconds(2)))
        .isEqualTo(first.plusSeconds(30));
    assertThat(ResponseDelay.due(first, first.plusSeconds(50), Duration.ofSeconds(60)))
        .isEqualTo(first.plusSeconds(60));
    assertThat(ResponseDelay.due(first, first, Duration.ZERO)).isEqualTo(first);
  }
}
