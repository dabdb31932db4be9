package ai.therapysync.conversation.practice.goal;

import ai.therapysync.conversation.hours.BusinessHours;
import ai.therapysync.conversation.occasion.Achievement;
import ai.therapysync.conversation.occasion.Asked;
import ai.therapysync.conversation.occasion.Circle;
import ai.therapysync.conversation.occasion.Climate;
import ai.therapysync.conversation.occasion.Goal;
import ai.therapysync.conversation.occasion.Occasion;
import ai.therapysync.conversation.occasion.Remembered;
import ai.therapysync.conversation.occasion.Streak;
import ai.therapysync.conversation.occasion.Talk;
import ai.therapysync.conversation.occasion.Work;
import ai.therapysync.conversation.person.Culture;
import ai.therapysync.conversation.person.Person;
import ai.therapysync.conversation.person.Personality;
import ai.therapysync.conversation.person.Settings;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.risk.PersonId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A person at noon of Wednesday, 11 March 2026, with goals. */
record Scene(
    Language language,
    List<Goal> goals,
    List<Achievement> achievements,
    Optional<Asked> asked,
    Climate climate) {
  static final Instant NOON = Instant.parse("2026-03-11T12:00:00Z");
  static final LocalDate TODAY = LocalDate.of(2026, 3, 11);

  static Scene in(String language) {
    return new Scene(
        Language.of(language).orElseThrow(),
        List.of(),
        List.of(),
        Optional.empty(),
        Climate.clear());
  }

  Scene with(Goal... some) {
    return new Scene(language, List.of(some), achievements, asked, climate);
  }

  Scene having(Achievement... some) {
    return new Scene(language, goals, List.of(some), asked, climate);
  }

  Scene asked(Asked question) {
    return new Scene(language, goals, achievements, Optional.of(question), climate);
  }

  Scene in(Climate other) {
    return new Scene(language, goals, achievements, asked, other);
  }

  Occasion hears(String words) {
    Person person =
        new Person(
            new PersonId(new UUID(0, 1)),
            "Maya",
            language,
            "GB",
            ZoneId.of("UTC"),
            new Settings("default", Duration.ZERO, BusinessHours.always(), true, true, true),
            Personality.standard(),
            Culture.standard());
    Work work =
        new Work(
            Talk.opening(),
            goals,
            achievements,
            List.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            Circle.nobody(),
            Remembered.unread(),
            Map.of());
    return new Occasion(person, words, asked, work, climate, NOON);
  }

  static Goal goal(String title) {
    return goal(title, Streak.none());
  }

  static Goal goal(String title, Streak streak) {
    return new Goal(
        UUID.nameUUIDFromBytes(title.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        title,
        "personal",
        Goal.Measure.days(),
        Optional.empty(),
        streak);
  }

  static Goal counted(String title, int target, int progress) {
    return new Goal(
        UUID.nameUUIDFromBytes(title.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        title,
        "personal",
        new Goal.Measure(Optional.of(BigDecimal.valueOf(target)), BigDecimal.valueOf(progress)),
        Optional.empty(),
        Streak.none());
  }
}
