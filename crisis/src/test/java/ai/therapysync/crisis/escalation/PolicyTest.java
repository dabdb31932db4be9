package ai.therapysync.crisis.escalation;

import static ai.therapysync.crisis.escalation.Cast.ANA;
import static ai.therapysync.crisis.escalation.Cast.HIGH;
import static ai.therapysync.crisis.escalation.Cast.IMMINENT;
import static ai.therapysync.crisis.escalation.Cast.MAIL_ONLY;
import static ai.therapysync.crisis.escalation.Cast.TOM;
import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.incident.Effect;
import ai.therapysync.crisis.incident.Effect.Purpose;
import ai.therapysync.crisis.incident.EscalationPolicy.Telling;
import ai.therapysync.crisis.incident.Recipient;
import ai.therapysync.crisis.risk.RiskLevel;
import org.junit.jupiter.api.Test;

/** What another policy changes: whom, from which level, by which way, and how much they hear. */
final class PolicyTest {
  @Test
  void belowItsLevelOnlyOperatorsAreToldAndAGraverCryBeginsTheLadder() {
    Plot plot =
        Plot.with(TOM)
            .household(Cast.household(1))
            .telling(new Telling(RiskLevel.IMMINENT, true, true, true, true, false))
            .says(HIGH);
    assertThat(plot.paged()).isEmpty();
    assertThat(plot.follows(Effect.AlertHousehold.class)).isFalse();
    assertThat(plot.operatorsAlerted()).isTrue();
    assertThat(plot.status()).isEqualTo("unanswered");
    assertThat(plot.says(IMMINENT).paged()).containsExactly(TOM.id());
  }

  @Test
  void aWayThatIsSwitchedOffIsNoWay() {
    Plot plot =
        Plot.with(TOM, MAIL_ONLY, ANA)
            .telling(new Telling(RiskLevel.HIGH, true, false, true, true, false))
            .says(HIGH);
    assertThat(plot.sent(Purpose.PAGE))
        .singleElement()
        .satisfies(send -> assertThat(send.recipient()).isInstanceOf(Recipient.ContactPhone.class));
    assertThat(plot.nobodyAnswers().paged()).containsExactly(ANA.id());
  }

  @Test
  void withoutNameAndFamilyNobodyReadsWhoItIs() {
    Plot plot =
        Plot.with(TOM)
            .household(Cast.household(1))
            .telling(new Telling(RiskLevel.HIGH, true, true, false, false, false))
            .says(HIGH);
    assertThat(plot.follows(Effect.AlertHousehold.class)).isFalse();
    assertThat(plot.words(Purpose.PAGE)).isNotEmpty().noneMatch(text -> text.contains("Maya"));
  }
}
