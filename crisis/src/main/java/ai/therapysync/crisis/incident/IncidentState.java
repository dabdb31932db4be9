package ai.therapysync.crisis.incident;

import ai.therapysync.crisis.people.ContactId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where an incident stands. */
public sealed interface IncidentState {
  /**
   * Contact after contact is being asked.
   *
   * @param round 1 for the first time through the contacts
   * @param paged who has been asked in this round, in order; the last is the current rung
   * @param deadline when the next rung's turn comes, if nobody answers
   * @param accepted whether a provider has accepted a page since the ladder last started
   */
  record Climbing(int round, List<ContactId> paged, Instant deadline, boolean accepted)
      implements IncidentState {
    public Climbing {
      paged = List.copyOf(paged);
    }

    /** The contact whose answer is waited for. */
    public ContactId current() {
      return paged.getLast();
    }
  }

  /**
   * Someone has it.
   *
   * @param round where the ladder stood, should it have to go on
   * @param toldOfCry when the responder was last told of a further emergency
   */
  record Held(
      Responder responder,
      Check check,
      int round,
      List<ContactId> paged,
      Optional<Instant> toldOfCry)
      implements IncidentState {
    public Held {
      paged = List.copyOf(paged);
    }

    Held with(Check next) {
      return new Held(responder, next, round, paged, toldOfCry);
    }

    /** The same, with a responder who was just told of a further emergency. */
    public Held told(Instant at) {
      return new Held(responder, Check.CRY_TOLD, round, paged, Optional.of(at));
    }

    /** The same with another question open. */
    public Held checked(Check next) {
      return with(next);
    }
  }

  /** Nobody is left to ask, or nobody may be asked; operators are alarmed until one takes it. */
  record Unanswered(boolean begun) implements IncidentState {}

  /** Over. */
  record Resolved() implements IncidentState {}

  /** What the responder has been asked. */
  enum Check {
    /** Not asked yet whether they reached the person. */
    UNASKED,
    /** Asked; silence resumes the ladder. */
    ASKED,
    /** They reached the person. */
    REACHED,
    /** Told of a further emergency; unless they confirm, the ladder starts again. */
    CRY_TOLD
  }
}
