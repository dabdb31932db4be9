package ai.therapysync.crisis.escalation;

import static ai.therapysync.crisis.escalation.Cast.ANA;
import static ai.therapysync.crisis.escalation.Cast.CONCERN;
import static ai.therapysync.crisis.escalation.Cast.HIGH;
import static ai.therapysync.crisis.escalation.Cast.SOMEONE_ELSE;
import static ai.therapysync.crisis.escalation.Cast.TOM;
import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.incident.Effect;
import ai.therapysync.crisis.incident.Effect.Purpose;
import ai.therapysync.crisis.incident.IncidentEvent;
import ai.therapysync.crisis.incident.IncidentEvent.Timer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How an incident that someone has comes to its end. */
final class AftermathTest {
  private static final Duration DAY = Duration.ofHours(24);

  @Test
  void aDayAfterTheLastSignOfDangerThePersonIsAskedHowTheyAre() {
    Plot plot = Plot.with(TOM).says(HIGH).passes(Duration.ofMinutes(3)).saysYes(TOM);
    assertThat(plot.timers()).containsEntry(Timer.CHECK_IN, DAY.minusMinutes(3));
    plot.passes(Duration.ofHours(2)).says(CONCERN);
    plot.passes(DAY.minusHours(2)).rings(Timer.CHECK_IN);
    assertThat(plot.asked()).isEmpty();
    assertThat(plot.timers()).containsEntry(Timer.CHECK_IN, Duration.ofHours(2));
    plot.passes(Duration.ofHours(2)).rings(Timer.CHECK_IN);
    assertThat(plot.asked()).singleElement().asString().contains("Maya", "988", "safe");
  }

  @Test
  void withinTheirHoursOnly() {
    Plot plot = held().passes(DAY).closedFor(Duration.ofHours(9)).rings(Timer.CHECK_IN);
    assertThat(plot.asked()).isEmpty();
    assertThat(plot.timers()).containsEntry(Timer.CHECK_IN, Duration.ofHours(9));
    assertThat(plot.passes(Duration.ofHours(9)).rings(Timer.CHECK_IN).asked()).hasSize(1);
  }

  @Test
  void seventyTwoQuietHoursAndAnAnswerThatTheyAreSafeEndIt() {
    Plot plot = held().passes(DAY).rings(Timer.CHECK_IN).happens(new IncidentEvent.PersonSafe());
    assertThat(plot.timers()).containsEntry(Timer.CHECK_IN, Duration.ofDays(2));
    plot.passes(Duration.ofHours(47)).rings(Timer.CHECK_IN);
    assertThat(plot.status()).isEqualTo("acknowledged");
    plot.passes(Duration.ofHours(1)).rings(Timer.CHECK_IN);
    assertThat(plot.status()).isEqualTo("resolved");
    assertThat(plot.follows(Effect.Close.class)).isTrue();
    assertThat(plot.told(Purpose.STANDING)).containsExactly(TOM.id());
  }

  @Test
  void quietAloneEndsNothingAndAfterThreeQuestionsOperatorsAreAsked() {
    Plot plot = held();
    for (int day = 1; day <= 3; day++) {
      assertThat(plot.passes(DAY).rings(Timer.CHECK_IN).asked()).hasSize(1);
      assertThat(plot.operatorsAlerted()).isFalse();
    }
    plot.passes(DAY).rings(Timer.CHECK_IN);
    assertThat(plot.asked()).isEmpty();
    assertThat(plot.operatorsAlerted()).isTrue();
    assertThat(plot.passes(DAY).rings(Timer.CHECK_IN).operatorsAlerted()).isTrue();
    assertThat(plot.status()).isEqualTo("acknowledged");
  }

  @Test
  void aNewSignOfDangerMakesTheAnswerVoid() {
    Plot plot = held().passes(DAY).rings(Timer.CHECK_IN).happens(new IncidentEvent.PersonSafe());
    plot.passes(Duration.ofHours(10)).says(CONCERN);
    plot.passes(Duration.ofHours(38)).rings(Timer.CHECK_IN);
    assertThat(plot.status()).isEqualTo("acknowledged");
    assertThat(plot.asked()).hasSize(1);
  }

  @Test
  void someoneElsesDangerSaysNothingOfTheirOwn() {
    Plot plot = held().passes(DAY).rings(Timer.CHECK_IN).happens(new IncidentEvent.PersonSafe());
    plot.passes(Duration.ofDays(2)).says(SOMEONE_ELSE).rings(Timer.CHECK_IN);
    assertThat(plot.status()).isEqualTo("resolved");
  }

  @Test
  void whoHasNotBeenAskedIsNotTakenForSafe() {
    Plot plot = held().passes(Duration.ofHours(1)).happens(new IncidentEvent.PersonSafe());
    assertThat(plot.followed()).isEmpty();
  }

  @Test
  void whomAHumanAnswersIsAskedByThem() {
    Plot plot = held().humanAnswers().passes(DAY).rings(Timer.CHECK_IN);
    assertThat(plot.asked()).isEmpty();
    assertThat(plot.operatorsAlerted()).isTrue();
  }

  @Test
  void whileNobodyHasItTheLadderGoesOnInstead() {
    Plot plot = Plot.with(TOM, ANA).says(HIGH).passes(DAY).rings(Timer.CHECK_IN);
    assertThat(plot.followed()).isEmpty();
  }

  private static Plot held() {
    return Plot.with(TOM).says(HIGH).saysYes(TOM);
  }
}
