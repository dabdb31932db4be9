package ai.therapysync.crisis.escalation;

import static ai.therapysync.crisis.escalation.Cast.ABUSE;
import static ai.therapysync.crisis.escalation.Cast.ABUSE_CONCERN;
import static ai.therapysync.crisis.escalation.Cast.ANA;
import static ai.therapysync.crisis.escalation.Cast.BULLY;
import static ai.therapysync.crisis.escalation.Cast.HARM_CLOSE;
import static ai.therapysync.crisis.escalation.Cast.HIGH;
import static ai.therapysync.crisis.escalation.Cast.IMMINENT;
import static ai.therapysync.crisis.escalation.Cast.SAFE;
import static ai.therapysync.crisis.escalation.Cast.SOMEONE_ELSE;
import static ai.therapysync.crisis.escalation.Cast.TOM;
import static ai.therapysync.crisis.escalation.Cast.excluded;
import static ai.therapysync.crisis.escalation.Cast.household;
import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.incident.Effect;
import ai.therapysync.crisis.incident.Effect.Purpose;
import ai.therapysync.crisis.incident.IncidentEvent;
import ai.therapysync.crisis.incident.IncidentEvent.Timer;
import ai.therapysync.crisis.people.FamilyMember;
import ai.therapysync.crisis.people.Household;
import ai.therapysync.crisis.risk.PersonId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may hear of it at all. */
final class DisclosureTest {
  @Test
  void switchedOffOnlyOperatorsAreToldAndTheTimelineSaysWhy() {
    Plot plot = Plot.with(TOM).household(household(1)).escalationOff().says(IMMINENT);
    assertThat(plot.status()).isEqualTo("unanswered");
    assertThat(plot.paged()).isEmpty();
    assertThat(plot.sent(Purpose.FAMILY_ALERT)).isEmpty();
    assertThat(plot.follows(Effect.AlertHousehold.class)).isFalse();
    assertThat(plot.operatorsAlerted()).isTrue();
    assertThat(plot.followed().toString()).contains("escalation_off");
    assertThat(plot.says(IMMINENT).paged()).isEmpty();
  }

  @Test
  void someoneElsesDangerIsToldToOperatorsAlone() {
    Plot plot = Plot.with(TOM).household(household(1)).says(SOMEONE_ELSE);
    assertThat(plot.status()).isEqualTo("unanswered");
    assertThat(plot.paged()).isEmpty();
    assertThat(plot.follows(Effect.AlertHousehold.class)).isFalse();
    assertThat(plot.operatorsAlerted()).isTrue();
    assertThat(plot.says(SOMEONE_ELSE).paged()).isEmpty();
    assertThat(plot.says(HIGH).paged()).containsExactly(TOM.id());
  }

  @Test
  void everyHouseholdIsAlertedOnceWithTheFirstRung() {
    Plot plot = Plot.with(TOM).household(household(1)).household(household(2)).says(HIGH);
    assertThat(plot.followed().stream().filter(Effect.AlertHousehold.class::isInstance)).hasSize(2);
    assertThat(plot.sent(Purpose.FAMILY_ALERT)).hasSize(4);
    assertThat(plot.says(IMMINENT).follows(Effect.AlertHousehold.class)).isFalse();
  }

  @Test
  void whoBelongsToTwoHouseholdsIsToldOnce() {
    Household home = household(1);
    Household second = new Household(household(2).id(), home.told());
    Plot plot = Plot.with(TOM).household(home).household(second).says(HIGH);
    assertThat(plot.followed().stream().filter(Effect.AlertHousehold.class::isInstance)).hasSize(2);
    assertThat(plot.sent(Purpose.FAMILY_ALERT)).hasSize(2);
  }

  @Test
  void whoMustNotBeToldAsAContactIsNotToldAsFamilyEither() {
    FamilyMember tom = new FamilyMember(new PersonId(new UUID(0, 7)), TOM.email(), TOM.phone());
    Household home = new Household(new UUID(0, 8), List.of(tom));
    assertThat(Plot.with(excluded(TOM), ANA).household(home).says(HIGH).sent(Purpose.FAMILY_ALERT))
        .isEmpty();
    assertThat(Plot.with(TOM, ANA).household(home).says(HIGH).sent(Purpose.FAMILY_ALERT))
        .hasSize(2);
  }

  @Test
  void theFamilyIsAlertedThoughNoContactCanBeReached() {
    assertThat(Plot.with().household(household(1)).says(HIGH).follows(Effect.AlertHousehold.class))
        .isTrue();
  }

  @Test
  void someoneCloseMayBeTheDangerSoNobodyIsTold() {
    for (var message : List.of(ABUSE, HARM_CLOSE)) {
      Plot plot = Plot.with(TOM).household(household(1)).says(message);
      assertThat(plot.status()).isEqualTo("unanswered");
      assertThat(plot.paged()).isEmpty();
      assertThat(plot.follows(Effect.AlertHousehold.class)).isFalse();
      assertThat(plot.operatorsAlerted()).isTrue();
    }
  }

  @Test
  void aBullyAtSchoolIsNotMeant() {
    assertThat(Plot.with(TOM).says(BULLY).paged()).containsExactly(TOM.id());
  }

  @Test
  void abuseOfTheLastThirtyDaysCountsForALaterEmergency() {
    Plot plot = Plot.with(TOM, SAFE).household(household(1)).abuseLately().says(HIGH);
    assertThat(plot.paged()).containsExactly(SAFE.id());
    assertThat(plot.follows(Effect.AlertHousehold.class)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void pagesThatRunStopAsSoonAsItShows(boolean emergency) {
    Plot plot = Plot.with(TOM, ANA).says(HIGH).accepted(true);
    plot.says(emergency ? ABUSE : ABUSE_CONCERN);
    assertThat(plot.follows(Effect.WithdrawPages.class)).isTrue();
    assertThat(plot.status()).isEqualTo("unanswered");
    assertThat(plot.paged()).isEmpty();
    assertThat(plot.operatorsAlerted()).isTrue();
    assertThat(plot.saysYes(TOM).status()).isEqualTo("unanswered");
  }

  @Test
  void theLadderGoesOnWithThoseWhoAreSafe() {
    Plot plot = Plot.with(TOM, SAFE).says(HIGH).says(ABUSE);
    assertThat(plot.paged()).containsExactly(SAFE.id());
    assertThat(plot.incident().told()).contains(SAFE.id());
    assertThat(plot.saysYes(SAFE).told(Purpose.STANDING)).isEmpty();
  }

  @Test
  void aSafeContactWhoIsBeingAskedIsLeftInPeace() {
    Plot plot = Plot.with(SAFE, TOM).says(HIGH);
    int step = plot.incident().step();
    plot.says(ABUSE_CONCERN);
    assertThat(plot.incident().step()).isEqualTo(step);
    assertThat(plot.nobodyAnswers().paged()).containsExactly(SAFE.id());
  }

  @Test
  void aResponderHearsNothingMore() {
    Plot plot = Plot.with(TOM, ANA).says(HIGH).saysYes(TOM).says(ABUSE);
    assertThat(plot.status()).isEqualTo("unanswered");
    assertThat(plot.sent(Purpose.CRY)).isEmpty();
    assertThat(plot.sent(Purpose.STANDING)).isEmpty();
    plot.happens(new IncidentEvent.OperatorResolved(Plot.OPERATOR, "safe"));
    assertThat(plot.sent(Purpose.STANDING)).isEmpty();
  }

  @Test
  void aContactWhoMustNotBeToldIsSkippedFromTheBeginning() {
    Plot plot = Plot.with(excluded(TOM), ANA).says(HIGH);
    assertThat(plot.paged()).containsExactly(ANA.id());
  }

  @Test
  void aContactExcludedDuringTheIncidentIsSkippedFromThenOn() {
    Plot plot = Plot.with(TOM, ANA).says(HIGH).nobodyAnswers().nowIs(excluded(TOM));
    assertThat(plot.nobodyAnswers().paged()).containsExactly(ANA.id());
    assertThat(plot.saysYes(TOM).status()).isNotEqualTo("acknowledged");
    assertThat(plot.saysYes(ANA).told(Purpose.STANDING)).isEmpty();
  }

  @Test
  void thePersonsWordMovesTheLadderOnAtOnceAndAlertsOperators() {
    Plot plot = Plot.with(TOM, ANA).says(HIGH).nowIs(excluded(TOM));
    plot.happens(new IncidentEvent.ContactExcluded(TOM.id()));
    assertThat(plot.paged()).containsExactly(ANA.id());
    assertThat(plot.operatorsAlerted()).isTrue();
  }

  @Test
  void anExcludedResponderIsReplacedAndHearsNothing() {
    Plot plot = Plot.with(TOM, ANA).says(HIGH).saysYes(TOM).nowIs(excluded(TOM));
    plot.happens(new IncidentEvent.ContactExcluded(TOM.id()));
    assertThat(plot.paged()).containsExactly(ANA.id());
    assertThat(plot.told(Purpose.STANDING)).doesNotContain(TOM.id());
  }

  @Test
  void aQuestionToSomeoneWhoMayNotHearItIsNotAskedAndTheLadderResumes() {
    Plot plot = Plot.with(TOM, ANA).says(HIGH).saysYes(TOM).nowIs(excluded(TOM));
    plot.passes(Duration.ofMinutes(15)).rings(Timer.ASK_REACHED);
    assertThat(plot.sent(Purpose.QUESTION)).isEmpty();
    assertThat(plot.passes(Duration.ofMinutes(5)).rings(Timer.REACHED_SILENCE).paged())
        .containsExactly(ANA.id());
  }

  @Test
  void noWordToAContactOrTheFamilyNamesTheDanger() {
    Plot plot = Plot.with(TOM).household(household(1)).says(IMMINENT);
    assertThat(plot.words(Purpose.PAGE))
        .allSatisfy(
            text -> assertThat(text.toLowerCase(Locale.ROOT)).doesNotContain("suicid", "die"));
    assertThat(plot.words(Purpose.FAMILY_ALERT))
        .allSatisfy(
            text -> assertThat(text.toLowerCase(Locale.ROOT)).doesNotContain("suicid", "die"));
  }
}
