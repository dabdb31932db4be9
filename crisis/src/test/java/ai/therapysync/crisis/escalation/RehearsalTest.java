package ai.therapysync.crisis.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.escalation.Rehearsal.Beat;
import ai.therapysync.crisis.escalation.Rehearsal.Course;
import ai.therapysync.crisis.incident.Effect;
import ai.therapysync.crisis.incident.EscalationPolicy;
import ai.therapysync.crisis.incident.PolicyRule;
import ai.therapysync.crisis.incident.Situation;
import ai.therapysync.crisis.incident.Whereabouts;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.notice.AlertSubject;
import ai.therapysync.crisis.notice.NoticeWriter;
import ai.therapysync.crisis.notice.PageLinks;
import ai.therapysync.crisis.people.EmergencyContact;
import ai.therapysync.crisis.people.PersonInCare;
import ai.therapysync.crisis.risk.PersonId;
import ai.therapysync.crisis.risk.RiskLevel;
import ai.therapysync.crisis.safety.CheckIn;
import ai.therapysync.crisis.safety.CrisisLines;
import ai.therapysync.crisis.safety.SafeReply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The ladder on a clock of its own: what it would do is what it does. */
final class RehearsalTest {
  private static final EscalationPolicy USUAL = EscalationPolicy.of(Duration.ofMinutes(5), 2);

  private final Rehearsal rehearsal =
      new Rehearsal(
          new Escalation(
              new NoticeWriter(), new Links(), new CheckIn(new SafeReply(CrisisLines.load()))));

  @Test
  void silenceClimbsThroughAllContactsInEachRoundAndEndsWithTheOperators() {
    Course course = rehearsal.nobodyAnswers(situation(USUAL, Cast.TOM, Cast.ANA), RiskLevel.HIGH);
    assertThat(course.complete()).isTrue();
    assertThat(times(course, "paged"))
        .containsExactly(minutes(0), minutes(5), minutes(10), minutes(15));
    assertThat(times(course, "operators_alerted")).containsExactly(minutes(20), minutes(35));
  }

  @Test
  void itIsTheOneThatAnIncidentGoesThrough() {
    Plot plot = Plot.ofOneRound(Cast.TOM, Cast.ANA).says(Cast.HIGH);
    List<String> lived = new ArrayList<>(plot.timeline());
    lived.addAll(plot.nobodyAnswers().timeline());
    lived.addAll(plot.nobodyAnswers().timeline());
    EscalationPolicy once = USUAL.with(Map.of(PolicyRule.ROUNDS, "1"));
    Course course = rehearsal.nobodyAnswers(situation(once, Cast.TOM, Cast.ANA), RiskLevel.HIGH);
    assertThat(
            course.beats().stream()
                .limit(3)
                .flatMap(beat -> beat.effects().stream())
                .flatMap(effect ->
                    effect instanceof Effect.Happened happened
                        ? Stream.of(happened.what())
                        : Stream.empty()))
        .containsExactlyElementsOf(lived);
  }

  @Test
  void aYesLeadsOverTheQuestionAndTheCheckInToTheEnd() {
    Course course = rehearsal.helpComes(situation(USUAL, Cast.TOM), RiskLevel.HIGH).orElseThrow();
    assertThat(times(course, "asked_whether_reached"))
        .containsExactly(minutes(15).plusSeconds(150));
    assertThat(times(course, "checked_in")).containsExactly(Duration.ofDays(1));
    assertThat(times(course, "resolved")).containsExactly(Duration.ofDays(3));
  }

  @Test
  void aPersonWhoStaysSilentIsAskedAsOftenAsTheRulesSayBeforeOperatorsAre() {
    EscalationPolicy policy =
        USUAL.with(Map.of(PolicyRule.CHECK_INS, "2", PolicyRule.CHECK_IN_AFTER, "PT6H"));
    Course course =
        rehearsal.personIsSilent(situation(policy, Cast.TOM), RiskLevel.HIGH).orElseThrow();
    assertThat(times(course, "checked_in"))
        .containsExactly(Duration.ofHours(6), Duration.ofHours(12));
    assertThat(times(course, "operators_alerted")).containsExactly(Duration.ofHours(18));
  }

  @Test
  void withoutContactsOperatorsAreAlarmedAtOnceAndNoHelpIsPromised() {
    Situation alone = situation(USUAL);
    assertThat(times(rehearsal.nobodyAnswers(alone, RiskLevel.HIGH), "operators_alerted"))
        .containsExactly(minutes(0), minutes(15));
    assertThat(rehearsal.helpComes(alone, RiskLevel.HIGH)).isEmpty();
  }

  @Test
  void aLadderOfAHundredRoundsIsNotThoughtThroughToItsEnd() {
    EscalationPolicy endless = USUAL.with(Map.of(PolicyRule.ROUNDS, "100"));
    Situation many = situation(endless, Cast.TOM, Cast.ANA, Cast.LEE, Cast.MAIL_ONLY, Cast.SAFE);
    assertThat(rehearsal.nobodyAnswers(many, RiskLevel.HIGH).complete()).isFalse();
  }

  private static List<Duration> times(Course course, String what) {
    return course.beats().stream()
        .filter(beat -> beat.effects().stream().anyMatch(effect -> is(effect, what)))
        .map(Beat::after)
        .toList();
  }

  private static boolean is(Effect effect, String what) {
    return effect instanceof Effect.Happened happened && happened.what().equals(what);
  }

  private static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }

  private static Situation situation(EscalationPolicy policy, EmergencyContact... contacts) {
    Instant now = Instant.parse("2026-03-01T20:00:00Z");
    return new Situation(
        new PersonInCare(new PersonId(new UUID(0, 2)), "Maya", Language.ENGLISH, "US", "US"),
        List.of(contacts),
        List.of(),
        List.of(),
        true,
        false,
        Map.of(),
        Whereabouts.unknown(),
        Optional.of(now),
        policy,
        now);
  }

  private static final class Links implements PageLinks {
    @Override
    public String forContact(UUID incident, UUID contact) {
      return "https://care.example/respond/" + contact;
    }

    @Override
    public String forCheck(UUID contact, Instant askedAt) {
      return "https://care.example/respond/check";
    }

    @Override
    public String forOperators(AlertSubject subject) {
      return "https://care.example/console/" + subject.reference();
    }
  }
}
