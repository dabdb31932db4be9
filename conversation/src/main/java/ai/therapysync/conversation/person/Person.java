package ai.therapysync.conversation.person;

import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.risk.PersonId;
import java.time.ZoneId;

/**
 * A person in therapy, as a turn needs to know them. Their name is private and never printed.
 *
 * @param firstName how they are addressed; empty when the profile has no name
 * @param language the language that answers are written in
 * @param region the country of their number, ISO 3166, {@code ZZ} when unknown
 * @param zone the zone in which their days are counted
 */
public record Person(
    PersonId id,
    String firstName,
    Language language,
    String region,
    ZoneId zone,
    Settings settings,
    Personality personality,
    Culture culture) {
  /** The same person, answered in that language. */
  public Person speaking(Language other) {
    return new Person(id, firstName, other, region, zone, settings, personality, culture);
  }

  @Override
  public String toString() {
    return "Person[" + id + "]";
  }
}
