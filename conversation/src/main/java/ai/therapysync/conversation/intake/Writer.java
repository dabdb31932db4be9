package ai.therapysync.conversation.intake;

import ai.therapysync.conversation.handover.Hold;
import ai.therapysync.conversation.occasion.Asked;
import ai.therapysync.conversation.person.Settings;
import ai.therapysync.conversation.turn.TurnId;
import ai.therapysync.crisis.incident.Incident;
import ai.therapysync.crisis.incident.Situation;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.people.ContactId;
import ai.therapysync.crisis.people.ContactReadiness;
import ai.therapysync.crisis.people.Fix;
import ai.therapysync.crisis.risk.PersonId;
import ai.therapysync.crisis.risk.Utterance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Someone with a verified number who writes to us, as the moment of receiving needs to know them.
 *
 * @param before the last utterances of both sides, oldest first
 * @param incident their open incident
 * @param crisis what the crisis desk needs, should this be an emergency
 * @param hold who holds the conversation
 * @param waiting the turn that waits for their answer, if one does
 * @param contactsToCheck their contacts, when that is what the message asks for
 * @param asked the question that is open with them
 */
public record Writer(
    PersonId id,
    Language language,
    Settings settings,
    List<Utterance> before,
    Optional<Incident> incident,
    Situation crisis,
    Hold hold,
    Optional<WaitingTurn> waiting,
    Optional<List<ContactReadiness>> contactsToCheck,
    Optional<Asked> asked) {
  public Writer {
    before = List.copyOf(before);
  }

  /** An operator holds the conversation, or is awaited. */
  boolean humanHolds() {
    return hold != Hold.NOBODY;
  }

  /** The same, where these contacts must not be told. */
  Writer excluding(Set<ContactId> contacts) {
    return contacts.isEmpty()
        ? this
        : new Writer(
            id,
            language,
            settings,
            before,
            incident,
            crisis.excluding(contacts),
            hold,
            waiting,
            contactsToCheck,
            asked);
  }

  /** The same, who has just sent this place. */
  Writer at(Fix fix) {
    return new Writer(
        id,
        language,
        settings,
        before,
        incident,
        crisis.at(fix),
        hold,
        waiting,
        contactsToCheck,
        asked);
  }

  /** A turn that has not been taken yet. */
  public record WaitingTurn(TurnId id, Instant firstAt, Instant dueAt) {}
}
