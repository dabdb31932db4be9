package ai.therapysync.conversation.practice;

import ai.therapysync.conversation.hours.BusinessHours;
import ai.therapysync.conversation.occasion.Asked;
import ai.therapysync.conversation.occasion.Climate;
import ai.therapysync.conversation.occasion.Occasion;
import ai.therapysync.conversation.occasion.Work;
import ai.therapysync.conversation.person.Culture;
import ai.therapysync.conversation.person.Person;
import ai.therapysync.conversation.person.Personality;
import ai.therapysync.conversation.person.Settings;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.risk.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/** A moment of a made-up person at noon of Wednesday, 11 March 2026, for a skill to answer. */
public record Moment(Language language, Work work, Optional<Asked> asked) {
  /** When it is. */
  public static final Instant NOON = Instant.parse("2026-03-11T12:00:00Z");

  /** Of somebody who works on nothing yet. */
  public static Moment in(String language) {
    return new Moment(Language.of(language).orElseThrow(), Work.nothing(), Optional.empty());
  }

  /** The same, with that to work on. */
  public Moment working(Work other) {
    return new Moment(language, other, asked);
  }

  /** The same, with that question open. */
  public Moment asked(Asked question) {
    return new Moment(language, work, Optional.of(question));
  }

  /** The person writes. */
  public Occasion hears(String words) {
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
    return new Occasion(person, words, asked, work, Climate.clear(), NOON);
  }
}
