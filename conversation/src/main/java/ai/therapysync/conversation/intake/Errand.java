package ai.therapysync.conversation.intake;

import ai.therapysync.crisis.incident.CaseFile;
import ai.therapysync.crisis.incident.Effect;
import ai.therapysync.crisis.incident.Incident;
import ai.therapysync.crisis.incident.IncidentId;
import ai.therapysync.crisis.incident.IncidentState;
import ai.therapysync.crisis.incident.Situation;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.people.ContactId;
import ai.therapysync.crisis.risk.PersonId;
import java.util.List;
import java.util.Optional;

/**
 * What the last thing that we sent to a number was about, when it belongs to an incident or asked
 * whether a contact may be called on; it decides whether a bare "1" is an answer.
 *
 * @param purpose why that last thing was sent
 * @param last the incident that it was about, if it was about one
 * @param waiting the open incidents of which this number was told as a contact, oldest first
 * @param alert the family alert that it was, with the member who got it
 * @param check the question to a contact that it was, or our thanks for the answer
 */
public record Errand(
    Effect.Purpose purpose,
    Optional<IncidentId> last,
    List<Waiting> waiting,
    Optional<Alert> alert,
    Optional<Check> check) {
  public Errand {
    waiting = List.copyOf(waiting);
  }

  /** The same without the incidents of which this contact may not hear any more. */
  Errand toldOnly() {
    List<Waiting> told = waiting.stream().filter(Waiting::mayBeTold).toList();
    return new Errand(purpose, last, told, alert, check);
  }

  /** Whether there are incidents, but none of which this contact may still hear. */
  boolean isSilenced() {
    return waiting.stream().anyMatch(one -> !one.mayBeTold());
  }

  /** Whether the member of an alert was also paged for it: then "1" says that they are on it. */
  boolean asksMemberAsContact() {
    return alert
        .filter(
            told -> waiting.stream().anyMatch(one -> one.incident().id().equals(told.incident())))
        .isPresent();
  }

  /**
   * Which incidents a bare answer may be for; more than one is asked about. What asked about one
   * incident is answered for that one, and so is "not me" after a receipt. A page leaves all in
   * question that nobody has yet.
   */
  List<Waiting> meant(boolean yes) {
    boolean ofOne =
        switch (purpose) {
          case QUESTION, CRY, PLACE -> true;
          case RECEIPT -> !yes;
          case PAGE,
              PROMPT,
              STANDING,
              FAMILY_ALERT,
              OPERATOR_ALERT,
              CONTACT_CHECK,
              CONTACT_CHECK_AGAIN,
              CONTACT_CHECK_THANKS ->
              false;
        };
    List<Waiting> exact =
        waiting.stream().filter(one -> last.equals(Optional.of(one.incident().id()))).toList();
    if (ofOne && !exact.isEmpty()) {
      return exact;
    }
    List<Waiting> unheld =
        waiting.stream()
            .filter(one -> !(one.incident().state() instanceof IncidentState.Held))
            .toList();
    return unheld.isEmpty() ? exact : unheld;
  }

  /** An open incident that this number may answer for, and everything to apply the answer. */
  public record Waiting(Incident incident, Situation situation, ContactId contact, String code) {
    boolean mayBeTold() {
      return new CaseFile(incident, situation).listener(contact).isPresent();
    }
  }

  /**
   * A contact who was asked whether they may be called on. Private: never printed.
   *
   * @param person who named them
   * @param firstName of that person
   * @param verified they said yes before
   * @param declined they said no before
   */
  public record Check(
      ContactId contact,
      PersonId person,
      String firstName,
      Language language,
      Effect.Purpose purpose,
      boolean verified,
      boolean declined) {
    boolean isAskedNow() {
      return purpose == Effect.Purpose.CONTACT_CHECK;
    }

    boolean isThanked() {
      return purpose == Effect.Purpose.CONTACT_CHECK_THANKS;
    }

    @Override
    public String toString() {
      return "Check[" + contact + "]";
    }
  }

  /** A family alert. */
  public record Alert(IncidentId incident, PersonId member) {}
}
