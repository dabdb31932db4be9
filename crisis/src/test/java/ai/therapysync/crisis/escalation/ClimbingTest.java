package ai.therapysync.crisis.escalation;

import static ai.therapysync.crisis.escalation.Cast.ANA;
import static ai.therapysync.crisis.escalation.Cast.BAD_NUMBER;
import static ai.therapysync.crisis.escalation.Cast.BAD_NUMBER_ALONE;
import static ai.therapysync.crisis.escalation.Cast.CONCERN;
import static ai.therapysync.crisis.escalation.Cast.HIGH;
import static ai.therapysync.crisis.escalation.Cast.IMMINENT;
import static ai.therapysync.crisis.escalation.Cast.LEE;
import static ai.therapysync.crisis.escalation.Cast.MAIL_ONLY;
import static ai.therapysync.crisis.escalation.Cast.NO_WAY;
import static ai.therapysync.crisis.escalation.Cast.TOM;
import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.incident.Effect;
import ai.therapysync.crisis.incident.Effect.Purpose;
import ai.therapysync.crisis.incident.IncidentEvent;
import ai.therapysync.crisis.incident.IncidentEvent.Timer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How the ladder climbs: whom it asks, when it waits, when it is used up. */
final class ClimbingTest {
  private static final Duration RUNG = Duration.ofMinutes(5);

  @Test
  void theFirstContactIsPagedByEveryWayTheyHaveAndTheOthersWait() {
    Plot plot = Plot.with(TOM, ANA).says(HIGH);
    assertThat(plot.status()).isEqualTo("pending");
    assertThat(plot.paged()).containsExactly(TOM.id());
    assertThat(plot.sent(Purpose.PAGE)).hasSize(2);
    assertThat(plot.timers()).containsEntry(Timer.RUNG, RUNG);
    assertThat(plot.words(Purpose.PAGE).getFirst()).contains("Maya", "reply 1", "/respond/");
  }

  @Test
  void anAcceptedPageMakesItNotifiedAndASilentNumberIsLookedAtAfterAMinute() {
    Plot plot = Plot.with(TOM, ANA).says(HIGH).accepted(true);
    assertThat(plot.status()).isEqualTo("notified");
    assertThat(plot.timers()).containsEntry(Timer.RECEIPT, Duration.ofSeconds(60));
    assertThat(Plot.with(TOM).says(HIGH).accepted(false).timers()).isEmpty();
  }

  @Test
  void theNextIsAskedWhenTheTimeIsUpAndARoundFollowsARound() {
    Plot plot = Plot.with(TOM, ANA).says(HIGH).accepted(true);
    assertThat(plot.nobodyAnswers().paged()).containsExactly(ANA.id());
    assertThat(plot.status()).isEqualTo("notified");
    assertThat(plot.nobodyAnswers().paged()).containsExactly(TOM.id());
    assertThat(plot.nobodyAnswers().paged()).containsExactly(ANA.id());
    assertThat(plot.nobodyAnswers().paged()).containsExactly(TOM.id());
    assertThat(plot.nobodyAnswers().paged()).containsExactly(ANA.id());
    assertThat(plot.nobodyAnswers().status()).isEqualTo("unanswered");
    assertThat(plot.paged()).isEmpty();
    assertThat(plot.operatorsAlerted()).isTrue();
    assertThat(plot.timers()).containsEntry(Timer.OPERATORS, Duration.ofMinutes(15));
  }

  @Test
  void operatorsAreAlertedAgainEveryFifteenMinutes() {
    Plot plot = Plot.with().says(HIGH).passes(Duration.ofMinutes(15)).rings(Timer.OPERATORS);
    assertThat(plot.operatorsAlerted()).isTrue();
    assertThat(plot.status()).isEqualTo("unanswered");
    assertThat(plot.timers()).containsEntry(Timer.OPERATORS, Duration.ofMinutes(15));
  }

  @Test
  void aFailedSmsMovesOnAtOnceThoughTheMailWasAccepted() {
    Plot plot = Plot.with(TOM, ANA).says(HIGH).accepted(false);
    assertThat(plot.smsFails(TOM).paged()).containsExactly(ANA.id());
    assertThat(plot.timers()).containsEntry(Timer.RUNG, RUNG);
  }

  @Test
  void aRefusedMailMovesOnOnlyWhereThereIsNoNumber() {
    assertThat(Plot.with(TOM, ANA).says(HIGH).mailFails(TOM).paged()).isEmpty();
    assertThat(Plot.with(MAIL_ONLY, ANA).says(HIGH).mailFails(MAIL_ONLY).paged())
        .containsExactly(ANA.id());
  }

  @Test
  void aNewRoundWaitsForTheTimeOfTheLastRungAlthoughAllHaveFailed() {
    Plot plot = Plot.with(TOM, ANA).says(HIGH).smsFails(TOM).smsFails(ANA);
    assertThat(plot.paged()).isEmpty();
    assertThat(plot.status()).isEqualTo("pending");
    assertThat(plot.nobodyAnswers().paged()).containsExactly(TOM.id());
  }

  @Test
  void theLastRoundsLastFailureEndsTheLadder() {
    Plot plot = Plot.ofOneRound(TOM, ANA).says(HIGH).smsFails(TOM).smsFails(ANA);
    assertThat(plot.status()).isEqualTo("unanswered");
    assertThat(plot.operatorsAlerted()).isTrue();
  }

  @Test
  void anUnusableNumberHasFailedAlreadyAndItsMailStillGoes() {
    Plot plot = Plot.with(BAD_NUMBER, ANA).says(HIGH);
    assertThat(plot.paged()).containsExactly(BAD_NUMBER.id(), ANA.id());
    assertThat(plot.timeline()).contains("rung_failed");
    assertThat(plot.incident().told()).containsExactly(BAD_NUMBER.id(), ANA.id());
  }

  @Test
  void anUnusableNumberWithMailAtTheEndWaitsForItsMailsAnswer() {
    Plot plot = Plot.with(BAD_NUMBER).says(HIGH);
    assertThat(plot.paged()).containsExactly(BAD_NUMBER.id());
    assertThat(plot.timers()).containsEntry(Timer.RUNG, RUNG);
    assertThat(plot.saysYes(BAD_NUMBER).status()).isEqualTo("acknowledged");
  }

  @Test
  void whoHasNoWayIsNoRungAndNobodyAtAllIsUnansweredAtOnce() {
    assertThat(Plot.with(NO_WAY, ANA).says(HIGH).paged()).containsExactly(ANA.id());
    Plot plot = Plot.with(NO_WAY, BAD_NUMBER_ALONE).says(HIGH);
    assertThat(plot.status()).isEqualTo("unanswered");
    assertThat(plot.paged()).isEmpty();
    assertThat(plot.operatorsAlerted()).isTrue();
  }

  @Test
  void aLateFailureOrAnEarlierStepsTimerChangesNothing() {
    Plot plot = Plot.with(TOM, ANA, LEE).says(HIGH);
    int first = plot.incident().step();
    plot.nobodyAnswers();
    assertThat(plot.happens(new IncidentEvent.PageFailed(first, TOM.id(), true)).paged()).isEmpty();
    assertThat(plot.happens(new IncidentEvent.TimerRang(Timer.RUNG, first)).followed()).isEmpty();
  }

  @Test
  void aContactWhoCantMovesTheLadderOnAndIsThanked() {
    Plot plot = Plot.with(TOM, ANA).says(HIGH).saysNo(TOM);
    assertThat(plot.paged()).containsExactly(ANA.id());
    assertThat(plot.told(Purpose.STANDING)).containsExactly(TOM.id());
    assertThat(plot.saysNo(TOM).paged()).isEmpty();
  }

  @Test
  void aRiseInLevelPagesTheRungAgainWithStrongerWordsAndDelaysNobody() {
    Plot plot = Plot.with(TOM, ANA).says(HIGH);
    int step = plot.incident().step();
    plot.passes(Duration.ofMinutes(4)).says(IMMINENT);
    assertThat(plot.paged()).containsExactly(TOM.id());
    assertThat(plot.words(Purpose.PAGE).getFirst()).contains("MORE URGENT");
    assertThat(plot.timers()).isEmpty();
    assertThat(plot.incident().step()).isEqualTo(step);
    assertThat(plot.says(IMMINENT).paged()).isEmpty();
    assertThat(plot.nobodyAnswers().words(Purpose.PAGE).getFirst()).contains("URGENT");
  }

  @Test
  void afterwardsAWordThatAllIsWellOrAConcernLowersNothing() {
    Plot plot = Plot.with(TOM).says(IMMINENT).says(CONCERN);
    assertThat(plot.followed()).isEmpty();
    assertThat(plot.incident().level().word()).isEqualTo("imminent");
  }

  @Test
  void imminentDangerPagesWithNow() {
    assertThat(Plot.with(TOM).says(IMMINENT).words(Purpose.PAGE).getFirst()).contains("NOW");
  }

  @Test
  void aNumberWithAnotherPersonsIncidentIsAskedWithACode() {
    Plot plot = Plot.with(TOM).codesInUse(TOM, "A").says(HIGH);
    assertThat(plot.words(Purpose.PAGE).getFirst()).contains("reply 1B", "reply 2B");
    assertThat(plot.sent(Purpose.PAGE).map(send -> send.code().orElse(""))).containsOnly("B");
    assertThat(Plot.with(TOM).says(HIGH).sent(Purpose.PAGE).map(send -> send.code().orElse("")))
        .containsOnly("A");
  }

  @Test
  void anOperatorsEndWithdrawsPagesAndTellsThoseWhoWerePaged() {
    Plot plot = Plot.with(TOM, ANA).says(HIGH);
    plot.happens(new IncidentEvent.OperatorResolved(Plot.OPERATOR, "spoke with her"));
    assertThat(plot.status()).isEqualTo("resolved");
    assertThat(plot.follows(Effect.WithdrawPages.class)).isTrue();
    assertThat(plot.follows(Effect.Close.class)).isTrue();
    assertThat(plot.told(Purpose.STANDING)).containsExactly(TOM.id());
  }
}
