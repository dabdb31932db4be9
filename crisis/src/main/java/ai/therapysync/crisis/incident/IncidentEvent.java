package ai.therapysync.crisis.incident;

import ai.therapysync.crisis.people.ContactId;
import java.util.UUID;

/** Something that happened to an incident, besides a message of the person. */
public sealed interface IncidentEvent {
  /** A timer of ours rang. */
  record TimerRang(Timer timer, int step) implements IncidentEvent {}

  /** A provider took a page of this step. */
  record PageAccepted(int step, boolean bySms) implements IncidentEvent {}

  /** A page of this step was refused or could not be delivered. */
  record PageFailed(int step, ContactId contact, boolean bySms) implements IncidentEvent {}

  /** A contact answered, by reply or on their page. */
  record ContactAnswered(ContactId contact, boolean yes) implements IncidentEvent {}

  /** An operator took it, or confirmed that they still have it. */
  record OperatorAcknowledged(UUID operator) implements IncidentEvent {}

  /** An operator closed it. */
  record OperatorResolved(UUID operator, String outcome) implements IncidentEvent {}

  /** The person said that a contact must not be told. */
  record ContactExcluded(ContactId contact) implements IncidentEvent {}

  /** The person has sent a place; the situation has it. */
  record PlaceSent() implements IncidentEvent {}

  /**
   * The person has sent something without words: nobody but a human can say what it is.
   *
   * @param kind what it is: {@code audio}, {@code image}, …
   * @param alarms whether operators are alarmed: not of each of several
   */
  record Unheard(String kind, boolean alarms) implements IncidentEvent {}

  /** Asked how they are, the person said that they are safe. */
  record PersonSafe() implements IncidentEvent {}

  /** What our timers are for. */
  enum Timer {
    /** Nobody has answered: the next rung. */
    RUNG,
    /** No receipt for the page of this step, though this sender gets receipts. */
    RECEIPT,
    /** Ask the responder whether they reached the person. */
    ASK_REACHED,
    /** The responder has not said whether they reached the person. */
    REACHED_SILENCE,
    /** The responder has not confirmed after a further emergency. */
    CRY_SILENCE,
    /** Remind operators. */
    OPERATORS,

    /**
     * Ask the person how they are, or end what has been quiet for long; whatever the step, since it
     * is the person's time that counts here and not the ladder's.
     */
    CHECK_IN
  }
}
