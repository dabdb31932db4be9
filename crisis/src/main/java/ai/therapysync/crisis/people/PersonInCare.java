package ai.therapysync.crisis.people;

import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.risk.PersonId;

/**
 * A person as the crisis desk needs to know them. Private: never printed.
 *
 * @param firstName what contacts call them; empty when unknown
 * @param region country of their number, ISO 3166; {@code ZZ} when unknown
 * @param mainRegion main country of that number's calling code
 */
public record PersonInCare(
    PersonId id, String firstName, Language language, String region, String mainRegion) {
  @Override
  public String toString() {
    return "PersonInCare[" + id + "]";
  }
}
