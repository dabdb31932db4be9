package ai.therapysync.crisis.escalation;

import static ai.therapysync.crisis.escalation.Cast.ABUSE;
import static ai.therapysync.crisis.escalation.Cast.ANA;
import static ai.therapysync.crisis.escalation.Cast.HIGH;
import static ai.therapysync.crisis.escalation.Cast.MAIL_ONLY;
import static ai.therapysync.crisis.escalation.Cast.TOM;
import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.incident.Effect.Purpose;
import ai.therapysync.crisis.incident.EscalationPolicy.Telling;
import ai.therapysync.crisis.people.EmergencyContact;
import ai.therapysync.crisis.people.Fix;
import ai.therapysync.crisis.risk.RiskLevel;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Who is told where a person in danger says that they are. */
final class PlacesTest {
  private static final Telling PASSED_ON =
      new Telling(RiskLevel.HIGH, true, true, true, true, true);
  private static final Fix BRIDGE =
      new Fix(52.516275, 13.377704, Instant.parse("2026-03-01T19:56:00Z"));

  @Test
  void nobodyIsUnlessTheRulesSaySo() {
    Plot plot = Plot.with(TOM).says(HIGH).sendsPlace(BRIDGE).saysYes(TOM);
    assertThat(plot.told(Purpose.PLACE)).isEmpty();
    assertThat(plot.sendsPlace(BRIDGE).told(Purpose.PLACE)).isEmpty();
    assertThat(plot.timeline()).containsExactly("place_sent");
  }

  @Test
  void whoSaysYesIsAfterTheReceiptAndHearsOfEachNewOneNotTooOften() {
    Plot plot = passedOn(TOM, ANA).sendsPlace(BRIDGE).saysYes(TOM);
    assertThat(plot.told(Purpose.PLACE)).containsExactly(TOM.id());
    assertThat(plot.words(Purpose.PLACE).getFirst()).contains("4 min ago", "52.51628, 13.37770");
    assertThat(plot.sendsPlace(BRIDGE).told(Purpose.PLACE)).containsExactly(TOM.id());
    assertThat(plot.passes(Duration.ofSeconds(90)).sendsPlace(BRIDGE).told(Purpose.PLACE))
        .isEmpty();
    assertThat(plot.passes(Duration.ofSeconds(60)).sendsPlace(BRIDGE).told(Purpose.PLACE))
        .containsExactly(TOM.id());
  }

  @Test
  void whoIsOnlyAskedIsNotNorIsWhoGaveItBack() {
    Plot plot = passedOn(TOM, ANA).sendsPlace(BRIDGE);
    assertThat(plot.told(Purpose.PLACE)).isEmpty();
    plot.saysYes(TOM).saysNo(TOM);
    assertThat(plot.passes(Duration.ofMinutes(3)).sendsPlace(BRIDGE).told(Purpose.PLACE)).isEmpty();
    assertThat(plot.saysYes(ANA).told(Purpose.PLACE)).containsExactly(ANA.id());
  }

  @Test
  void whoeverMayBeTheDangerNeverHearsOfItNorWhoMustNotBeTold() {
    Plot plot = passedOn(TOM).saysYes(TOM).says(ABUSE);
    assertThat(plot.sendsPlace(BRIDGE).told(Purpose.PLACE)).isEmpty();
    Plot other = passedOn(TOM, ANA).saysYes(TOM).nowIs(Cast.excluded(TOM));
    assertThat(other.sendsPlace(BRIDGE).told(Purpose.PLACE)).isEmpty();
  }

  @Test
  void aMailHidesItBehindTheLink() {
    Plot plot = passedOn(MAIL_ONLY).sendsPlace(BRIDGE).saysYes(MAIL_ONLY);
    assertThat(plot.words(Purpose.PLACE).getFirst()).contains("/respond/").doesNotContain("52.5");
  }

  private static Plot passedOn(EmergencyContact... contacts) {
    return Plot.with(contacts).telling(PASSED_ON).says(HIGH);
  }
}
