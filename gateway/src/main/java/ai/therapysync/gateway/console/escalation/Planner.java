package ai.therapysync.gateway.console.escalation;

import ai.therapysync.crisis.escalation.Rehearsal;
import ai.therapysync.crisis.incident.Effect;
import ai.therapysync.crisis.incident.EscalationPolicy;
import ai.therapysync.crisis.incident.Situation;
import ai.therapysync.crisis.incident.Spans;
import ai.therapysync.crisis.incident.Whereabouts;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.people.ContactId;
import ai.therapysync.crisis.people.EmailAddress;
import ai.therapysync.crisis.people.EmergencyContact;
import ai.therapysync.crisis.people.FamilyMember;
import ai.therapysync.crisis.people.Household;
import ai.therapysync.crisis.people.PersonInCare;
import ai.therapysync.crisis.people.PhoneNumber;
import ai.therapysync.crisis.risk.PersonId;
import ai.therapysync.crisis.risk.RiskLevel;
import ai.therapysync.gateway.console.escalation.Plan.Course;
import ai.therapysync.gateway.console.escalation.Plan.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** Draws what the ladder does, by letting the ladder itself do it in thought. */
final class Planner {
  private static final int FIRST = 9;
  private static final int LAST = 3;

  private final Rehearsal rehearsal;

  Planner(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  /** For somebody with two contacts and one household. */
  Plan of(EscalationPolicy policy) {
    return of(policy, example());
  }

  /** For this person, with the contacts and households that they have. */
  Plan of(EscalationPolicy policy, Situation person) {
    Situation situation = under(policy, person);
    RiskLevel level = policy.telling().from();
    PlanWords words = new PlanWords(names(situation.contacts()));
    List<Course> courses = new ArrayList<>();
    Rehearsal.Course silence = rehearsal.nobodyAnswers(situation, level);
    courses.add(course("If nobody answers", words, silence));
    rehearsal
        .helpComes(situation, level)
        .map(course -> course("If the first contact says yes", words, course))
        .ifPresent(courses::add);
    rehearsal
        .personIsSilent(situation, level)
        .map(Planner::fromTheFirstQuestion)
        .map(course -> course("If then the person does not answer", words, course))
        .ifPresent(courses::add);
    return new Plan(level.word(), summary(silence), courses, Risks.of(policy));
  }

  private static String summary(Rehearsal.Course silence) {
    return silence.beats().stream()
        .filter(beat -> beat.effects().stream().anyMatch(Effect.AlarmOperators.class::isInstance))
        .findFirst()
        .map(beat ->
            beat.after().isZero()
                ? "Operators are alarmed at once."
                : "If nobody answers, operators are alarmed after "
                    + Spans.words(beat.after())
                    + ".")
        .orElse("If nobody answers, operators are alarmed only much later.");
  }

  /** Until then it is as where the person does answer. */
  private static Rehearsal.Course fromTheFirstQuestion(Rehearsal.Course course) {
    return new Rehearsal.Course(
        course.beats().stream()
            .dropWhile(
                beat -> beat.effects().stream().noneMatch(Effect.AskPerson.class::isInstance))
            .toList(),
        course.complete());
  }

  private static Course course(String title, PlanWords words, Rehearsal.Course course) {
    List<Moment> all = new ArrayList<>();
    for (Rehearsal.Beat beat : course.beats()) {
      List<String> sentences = new ArrayList<>();
      if (beat.after().isZero()) {
        sentences.add("The person gets the safe reply, with help lines of their country.");
      }
      sentences.addAll(words.of(beat));
      if (!sentences.isEmpty()) {
        all.add(new Moment(PlanWords.at(beat.after()), sentences));
      }
    }
    if (!course.complete()) {
      all.add(new Moment("…", List.of("And so on.")));
    }
    int left = all.size() - FIRST - LAST;
    return left <= 1
        ? new Course(title, all, 0, List.of())
        : new Course(title, all.subList(0, FIRST), left, all.subList(FIRST + left, all.size()));
  }

  private static Map<ContactId, String> names(List<EmergencyContact> contacts) {
    Map<ContactId, String> names = new HashMap<>();
    for (EmergencyContact contact : contacts) {
      names.put(
          contact.id(),
          contact.name().isBlank() ? "Contact " + (names.size() + 1) : contact.name());
    }
    return names;
  }

  private static Situation under(EscalationPolicy policy, Situation person) {
    return new Situation(
        person.person(),
        person.contacts(),
        person.households(),
        person.operators(),
        person.escalationEnabled(),
        person.recentAbuse(),
        person.codes(),
        person.whereabouts(),
        Optional.of(person.now()),
        policy,
        person.now());
  }

  private static Situation example() {
    PersonId person = new PersonId(new UUID(0, 1));
    return new Situation(
        new PersonInCare(person, "Maya", Language.ENGLISH, "US", "US"),
        IntStream.of(1, 2).mapToObj(Planner::contact).toList(),
        List.of(
            new Household(
                new UUID(0, 2),
                List.of(
                    new FamilyMember(
                        new PersonId(new UUID(0, 3)),
                        Optional.of(new EmailAddress("family@example.org")),
                        Optional.empty())))),
        List.of(),
        true,
        false,
        Map.of(),
        Whereabouts.unknown(),
        Optional.of(Instant.EPOCH),
        EscalationPolicy.of(Duration.ofMinutes(5), 3),
        Instant.EPOCH);
  }

  private static EmergencyContact contact(int number) {
    return new EmergencyContact(
        new ContactId(new UUID(1, number)),
        "Contact " + number,
        "",
        Optional.of(new PhoneNumber("+1202555014" + number)),
        false,
        Optional.of(new EmailAddress("contact" + number + "@example.org")),
        false,
        false);
  }
}
