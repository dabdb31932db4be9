package ai.therapysync.crisis.escalation;

import static ai.therapysync.crisis.escalation.Cast.ANA;
import static ai.therapysync.crisis.escalation.Cast.HIGH;
import static ai.therapysync.crisis.escalation.Cast.IMMINENT;
import static ai.therapysync.crisis.escalation.Cast.MAIL_ONLY;
import static ai.therapysync.crisis.escalation.Cast.SOMEONE_ELSE;
import static ai.therapysync.crisis.escalation.Cast.TOM;
import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.incident.Effect;
import ai.therapysync.crisis.incident.Effect.Purpose;
import ai.therapysync.crisis.incident.IncidentEvent;
import ai.therapysync.crisis.incident.IncidentEvent.Timer;
import ai.therapysync.crisis.incident.IncidentState;
import ai.therapysync.crisis.incident.Responder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What answers, and silence where an answer was asked for, do. */
final class AnsweringTest {
  @Test
  void theOneWhoAcknowledgesGetsOneReceiptAndTheOthersHearThatSomeoneIsWithIt() {
    Plot plot = Plot.with(TOM, ANA).says(HIGH).nobodyAnswers().saysYes(TOM);
    assertThat(plot.status()).isEqualTo("acknowledged");
    assertThat(plot.sent(Purpose.RECEIPT)).hasSize(1);
    assertThat(plot.words(Purpose.RECEIPT).getFirst()).contains("not you? reply 2");
    assertThat(plot.told(Purpose.STANDING)).containsExactly(ANA.id());
    assertThat(plot.follows(Effect.WithdrawPages.class)).isTrue();
    assertThat(plot.timers()).containsEntry(Timer.ASK_REACHED, Duration.ofMinutes(15));
  }

  @Test
  void aSecondYesFromTheSameOneIsNotAnsweredAndAnothersHearsThatItIsTaken() {
    Plot plot = Plot.with(TOM, ANA).says(HIGH).nobodyAnswers().saysYes(TOM);
    assertThat(plot.saysYes(TOM).sent(Purpose.RECEIPT)).isEmpty();
    assertThat(plot.saysYes(ANA).told(Purpose.STANDING)).containsExactly(ANA.id());
    assertThat(plot.status()).isEqualTo("acknowledged");
  }

  @Test
  void aLateAcknowledgementCounts() {
    Plot plot = Plot.ofOneRound(TOM).says(HIGH).nobodyAnswers();
    assertThat(plot.status()).isEqualTo("unanswered");
    assertThat(plot.saysYes(TOM).status()).isEqualTo("acknowledged");
    assertThat(plot.sent(Purpose.RECEIPT)).hasSize(1);
  }

  @Test
  void afterALateAnswerThatWasNobodysTheLadderGoesOnWithTheOthers() {
    Plot plot = Plot.ofOneRound(TOM, ANA).says(HIGH).nobodyAnswers().nobodyAnswers();
    assertThat(plot.saysYes(TOM).saysNo(TOM).paged()).containsExactly(ANA.id());
  }

  @Test
  void notYouResumesWithTheNextWhoHasNotBeenAsked() {
    Plot plot = Plot.with(TOM, ANA).says(HIGH).saysYes(TOM).saysNo(TOM);
    assertThat(plot.paged()).containsExactly(ANA.id());
    assertThat(plot.status()).isEqualTo("pending");
    assertThat(plot.accepted(true).status()).isEqualTo("notified");
  }

  @Test
  void whereAllWereAskedTheNextRoundComesAfterTheFullTime() {
    Plot plot = Plot.with(TOM).says(HIGH).saysYes(TOM).saysNo(TOM);
    assertThat(plot.paged()).isEmpty();
    assertThat(plot.timers()).containsEntry(Timer.RUNG, Duration.ofMinutes(5));
    assertThat(plot.nobodyAnswers().paged()).containsExactly(TOM.id());
  }

  @Test
  void theResponderIsAskedAfterFifteenMinutesAndMaySayThatTheyReachedThePerson() {
    Plot plot = asked(Plot.with(TOM, ANA));
    assertThat(plot.told(Purpose.QUESTION)).containsExactly(TOM.id());
    assertThat(plot.sent(Purpose.QUESTION)).hasSize(1);
    assertThat(plot.timers()).containsEntry(Timer.REACHED_SILENCE, Duration.ofMinutes(5));
    assertThat(plot.saysYes(TOM).status()).isEqualTo("acknowledged");
    assertThat(plot.timeline()).contains("reached");
    assertThat(plot.rings(Timer.REACHED_SILENCE).paged()).isEmpty();
  }

  @Test
  void noOrSilenceAfterTheQuestionResumesTheLadder() {
    assertThat(asked(Plot.with(TOM, ANA)).saysNo(TOM).paged()).containsExactly(ANA.id());
    Plot silent = asked(Plot.with(TOM, ANA)).passes(Duration.ofMinutes(5));
    assertThat(silent.rings(Timer.REACHED_SILENCE).paged()).containsExactly(ANA.id());
    assertThat(silent.timeline()).contains("responder_silent", "ladder_resumed");
  }

  @Test
  void withoutANumberReceiptAndQuestionGoByMail() {
    Plot plot = Plot.with(MAIL_ONLY).says(HIGH).saysYes(MAIL_ONLY);
    assertThat(plot.told(Purpose.RECEIPT)).containsExactly(MAIL_ONLY.id());
    plot.passes(Duration.ofMinutes(15)).rings(Timer.ASK_REACHED);
    assertThat(plot.told(Purpose.QUESTION)).containsExactly(MAIL_ONLY.id());
  }

  @Test
  void anOperatorStopsTheLadderIsAskedByMailAndConfirmsByAcknowledgingAgain() {
    Plot plot = Plot.with(TOM, ANA).says(HIGH).happens(operator());
    assertThat(plot.status()).isEqualTo("acknowledged");
    assertThat(plot.told(Purpose.STANDING)).containsExactly(TOM.id());
    plot.passes(Duration.ofMinutes(15)).rings(Timer.ASK_REACHED);
    assertThat(plot.operatorsAlerted()).isTrue();
    assertThat(plot.happens(operator()).timeline()).contains("reached");
    assertThat(plot.rings(Timer.REACHED_SILENCE).paged()).isEmpty();
  }

  @Test
  void aSilentOperatorIsNoHelpEither() {
    Plot plot = Plot.with(TOM, ANA).says(HIGH).happens(operator());
    plot.passes(Duration.ofMinutes(15)).rings(Timer.ASK_REACHED);
    assertThat(plot.passes(Duration.ofMinutes(5)).rings(Timer.REACHED_SILENCE).paged())
        .containsExactly(ANA.id());
  }

  @Test
  void anotherOperatorChangesNothing() {
    Plot plot = Plot.with(TOM).says(HIGH).happens(operator());
    plot.happens(new IncidentEvent.OperatorAcknowledged(Plot.OTHER_OPERATOR));
    assertThat(plot.incident().state())
        .isInstanceOfSatisfying(
            IncidentState.Held.class,
            held ->
                assertThat(held.responder()).isEqualTo(new Responder.OfOperator(Plot.OPERATOR)));
  }

  @Test
  void aFurtherCryIsToldToTheResponderAtMostOnceATimeoutUnlessItIsGraver() {
    Plot plot = Plot.with(TOM, ANA).says(HIGH).saysYes(TOM).says(HIGH);
    assertThat(plot.told(Purpose.CRY)).containsExactly(TOM.id());
    assertThat(plot.timers()).containsEntry(Timer.CRY_SILENCE, Duration.ofMinutes(5));
    assertThat(plot.passes(Duration.ofMinutes(4)).says(HIGH).told(Purpose.CRY)).isEmpty();
    assertThat(plot.says(IMMINENT).told(Purpose.CRY)).containsExactly(TOM.id());
    assertThat(plot.passes(Duration.ofMinutes(5)).says(IMMINENT).told(Purpose.CRY))
        .containsExactly(TOM.id());
  }

  @Test
  void withoutConfirmationTheLadderStartsAgainFromTheFirstRung() {
    Plot plot = Plot.with(TOM, ANA).says(HIGH).nobodyAnswers().saysYes(ANA).says(HIGH);
    plot.passes(Duration.ofMinutes(5)).rings(Timer.CRY_SILENCE);
    assertThat(plot.paged()).containsExactly(TOM.id());
    assertThat(plot.status()).isEqualTo("pending");
  }

  @Test
  void aConfirmedResponderKeepsItAndIsAskedAgainLater() {
    Plot plot = Plot.with(TOM, ANA).says(HIGH).saysYes(TOM).says(HIGH).saysYes(TOM);
    assertThat(plot.timers()).containsEntry(Timer.ASK_REACHED, Duration.ofMinutes(15));
    assertThat(plot.rings(Timer.CRY_SILENCE).followed()).isEmpty();
  }

  @Test
  void aFurtherCryWhileAnOperatorHasItIsToldToOperators() {
    Plot plot = Plot.with(TOM).says(HIGH).happens(operator()).says(HIGH);
    assertThat(plot.operatorsAlerted()).isTrue();
    assertThat(plot.told(Purpose.CRY)).isEmpty();
    assertThat(plot.passes(Duration.ofMinutes(5)).rings(Timer.CRY_SILENCE).paged())
        .containsExactly(TOM.id());
  }

  @Test
  void anUnansweredIncidentStartsOnceMoreWithTheNextCry() {
    Plot plot = Plot.ofOneRound(TOM, ANA).says(HIGH).nobodyAnswers().nobodyAnswers();
    assertThat(plot.status()).isEqualTo("unanswered");
    assertThat(plot.says(HIGH).paged()).containsExactly(TOM.id());
    assertThat(plot.status()).isEqualTo("pending");
  }

  @Test
  void someoneElsesDangerIsForOperatorsWhoeverHasThePersonsOwn() {
    Plot held = Plot.with(TOM).says(HIGH).saysYes(TOM).says(SOMEONE_ELSE);
    assertThat(held.told(Purpose.CRY)).isEmpty();
    assertThat(held.operatorsAlerted()).isTrue();
    Plot climbing = Plot.with(TOM).says(HIGH).says(SOMEONE_ELSE);
    assertThat(climbing.paged()).isEmpty();
    assertThat(climbing.operatorsAlerted()).isTrue();
  }

  @Test
  void aRowThatSomebodyElseWroteIsALadderThatNeverBegan() {
    Plot plot = Plot.with(TOM).foreign(HIGH, new IncidentState.Unanswered(false)).says(HIGH);
    assertThat(plot.paged()).containsExactly(TOM.id());
    assertThat(plot.status()).isEqualTo("pending");
  }

  @Test
  void aRowThatSomebodyElseAcknowledgedMustBeConfirmedAfterAFurtherCry() {
    IncidentState held =
        new IncidentState.Held(
            new Responder.Unrecorded(),
            IncidentState.Check.REACHED,
            1,
            List.of(),
            Optional.empty());
    Plot plot = Plot.with(TOM).foreign(HIGH, held).says(HIGH);
    assertThat(plot.operatorsAlerted()).isTrue();
    assertThat(plot.passes(Duration.ofMinutes(5)).rings(Timer.CRY_SILENCE).paged())
        .containsExactly(TOM.id());
  }

  private static Plot asked(Plot plot) {
    return plot.says(HIGH).saysYes(TOM).passes(Duration.ofMinutes(15)).rings(Timer.ASK_REACHED);
  }

  private static IncidentEvent operator() {
    return new IncidentEvent.OperatorAcknowledged(Plot.OPERATOR);
  }
}
