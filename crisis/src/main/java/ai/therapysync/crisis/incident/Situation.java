package ai.therapysync.crisis.incident;

import ai.therapysync.crisis.people.ContactId;
import ai.therapysync.crisis.people.EmailAddress;
import ai.therapysync.crisis.people.EmergencyContact;
import ai.therapysync.crisis.people.Fix;
import ai.therapysync.crisis.people.Household;
import ai.therapysync.crisis.people.PersonInCare;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that the crisis desk looks at, as it stands under the person's lock.
 *
 * @param contacts the active contacts, primary first, then oldest; the person's own number and
 *     address are not among their ways
 * @param households those that may be alerted
 * @param operators who is alarmed
 * @param escalationEnabled the person's {@code crisis_escalation_enabled}
 * @param recentAbuse a message of the last 30 days showed present abuse by someone close
 * @param codes for each contact with an open incident of somebody else waiting for an answer at the
 *     same number: the letters in use there
 * @param whereabouts where they say that they are
 * @param writableFrom when the person may next be written to without having written first: within
 *     their hours; empty while a human answers them
 * @param policy the rules that hold for this person
 */
public record Situation(
    PersonInCare person,
    List<EmergencyContact> contacts,
    List<Household> households,
    List<EmailAddress> operators,
    boolean escalationEnabled,
    boolean recentAbuse,
    Map<ContactId, List<String>> codes,
    Whereabouts whereabouts,
    Optional<Instant> writableFrom,
    EscalationPolicy policy,
    Instant now) {
  public Situation {
    contacts = EmergencyContact.excludingWaysOfExcluded(contacts);
    households = List.copyOf(households);
    operators = List.copyOf(operators);
    codes = Map.copyOf(codes);
  }

  /** The same, where these contacts must not be told. */
  public Situation excluding(Set<ContactId> excluded) {
    List<EmergencyContact> left =
        contacts.stream()
            .map(contact -> excluded.contains(contact.id()) ? contact.excluded() : contact)
            .toList();
    return new Situation(
        person,
        left,
        households,
        operators,
        escalationEnabled,
        recentAbuse,
        codes,
        whereabouts,
        writableFrom,
        policy,
        now);
  }

  /** The same, where the person has just sent this place. */
  public Situation at(Fix fix) {
    return new Situation(
        person,
        contacts,
        households,
        operators,
        escalationEnabled,
        recentAbuse,
        codes,
        whereabouts.at(fix),
        writableFrom,
        policy,
        now);
  }

  /**
   * Where the person says that they are, for the one who has the incident: only where the rules
   * pass it on.
   */
  public Optional<Fix> placeForResponder() {
    return whereabouts.latest().filter(_ -> policy.telling().place());
  }
}
