package ai.therapysync.crisis.escalation;

import ai.therapysync.crisis.incident.Effect;
import ai.therapysync.crisis.incident.IncidentEvent;
import ai.therapysync.crisis.incident.IncidentState;
import ai.therapysync.crisis.incident.IncidentState.Check;
import ai.therapysync.crisis.incident.IncidentState.Climbing;
import ai.therapysync.crisis.incident.IncidentState.Held;
import ai.therapysync.crisis.incident.Responder;
import ai.therapysync.crisis.notice.Notice;
import ai.therapysync.crisis.people.ContactId;
import ai.therapysync.crisis.people.EmergencyContact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What answers, and silence where an answer was asked for, do to an incident. */
final class Answers {
  /** A responder is told of a new place no oftener. */
  private static final Duration PLACES_APART = Duration.ofMinutes(2);

  private final Announcer announcer;
  private final Ladder ladder;

  Answers(Announcer announcer, Ladder ladder) {
    this.announcer = announcer;
    this.ladder = ladder;
  }

  /** A contact said yes or can't. Someone who may be the danger is not listened to. */
  void contact(Draft draft, IncidentEvent.ContactAnswered answered) {
    Map<String, String> who = Map.of("contact", answered.contact().toString());
    Optional<EmergencyContact> contact = draft.contact(answered.contact()).filter(draft::mayBeTold);
    if (contact.isEmpty()) {
      draft.happened("answer_ignored", who);
      return;
    }
    draft.happened(answered.yes() ? "contact_said_yes" : "contact_said_no", who);
    if (answered.yes()) {
      yes(draft, contact.get());
      return;
    }
    no(draft, contact.get());
  }

  /** An operator takes it, or confirms. */
  void operator(Draft draft, UUID operator) {
    Responder responder = new Responder.OfOperator(operator);
    draft.happened("operator_acknowledged", Map.of("operator", operator.toString()));
    if (draft.state() instanceof Held held) {
      if (held.responder().equals(responder)) {
        confirm(draft, held);
      }
      if (held.responder() instanceof Responder.Unrecorded) {
        hold(draft, responder);
      }
      return;
    }
    hold(draft, responder);
    tellPaged(draft, new Notice.SomeoneIsWithIt(Announcer.name(draft)), Optional.empty());
  }

  /** A further emergency while someone has it: they are told, and must confirm. */
  void furtherCry(Draft draft, Held held, boolean graver) {
    Instant now = draft.now();
    boolean justTold =
        held.toldOfCry()
            .map(at -> at.plus(draft.policy().timing().ackTimeout()).isAfter(now))
            .orElse(false);
    if (justTold && !graver) {
      return;
    }
    draft.moveTo(held.told(now));
    draft.timer(IncidentEvent.Timer.CRY_SILENCE, now.plus(draft.policy().timing().ackTimeout()));
    switch (held.responder()) {
      case Responder.OfContact(ContactId id) ->
          draft
              .contact(id)
              .filter(draft::mayBeTold)
              .ifPresent(contact ->
                  announcer.tell(
                      draft,
                      contact,
                      new Notice.FurtherCry(
                          Announcer.name(draft), announcer.link(draft, contact.id())),
                      Effect.Purpose.CRY));
      case Responder.OfOperator _, Responder.Unrecorded _ ->
          announcer.alarm(draft, Notice.Reason.FURTHER_CRY);
    }
  }

  /**
   * The person has sent a place: operators see it, and the one who has it hears of it. Who is on
   * the move sends many; their page always has the latest.
   */
  void placed(Draft draft) {
    draft.happened("place_sent");
    boolean lately =
        draft
            .situation
            .whereabouts()
            .passedOn()
            .filter(at -> at.plus(PLACES_APART).isAfter(draft.now()))
            .isPresent();
    if (!lately
        && draft.state() instanceof Held held
        && held.responder() instanceof Responder.OfContact(ContactId id)) {
      draft
          .contact(id)
          .filter(draft::mayBeTold)
          .ifPresent(contact -> announcer.place(draft, contact));
    }
  }

  /** A timer rang while someone has it. */
  void silence(Draft draft, Held held, IncidentEvent.Timer timer) {
    switch (timer) {
      case ASK_REACHED -> askReached(draft, held);
      case REACHED_SILENCE -> {
        if (held.check() == Check.ASKED) {
          draft.happened("responder_silent");
          ladder.resume(draft, held, true);
        }
      }
      case CRY_SILENCE -> {
        if (held.check() == Check.CRY_TOLD) {
          draft.happened("responder_silent");
          ladder.start(draft);
        }
      }
      case RUNG, RECEIPT, OPERATORS, CHECK_IN -> {}
    }
  }

  /** Tells all who were ever paged, and still may be told, save one. */
  void tellPaged(Draft draft, Notice notice, Optional<ContactId> except) {
    draft.incident().told().stream()
        .filter(id -> !except.equals(Optional.of(id)))
        .flatMap(id -> draft.contact(id).stream())
        .filter(draft::mayBeTold)
        .forEach(contact -> announcer.tell(draft, contact, notice, Effect.Purpose.STANDING));
  }

  private void yes(Draft draft, EmergencyContact contact) {
    Responder responder = new Responder.OfContact(contact.id());
    switch (draft.state()) {
      case Climbing _, IncidentState.Unanswered _ -> acknowledge(draft, contact);
      case Held held when held.responder().equals(responder) -> confirm(draft, held);
      case Held held when held.responder() instanceof Responder.Unrecorded ->
          acknowledge(draft, contact);
      case Held _ ->
          announcer.tellOnce(draft, contact, someoneIsWithIt(draft), Effect.Purpose.STANDING);
      case IncidentState.Resolved _ -> {}
    }
  }

  private void acknowledge(Draft draft, EmergencyContact contact) {
    hold(draft, new Responder.OfContact(contact.id()));
    Notice receipt = new Notice.Receipt(Announcer.name(draft), announcer.link(draft, contact.id()));
    announcer.tellOnce(draft, contact, receipt, Effect.Purpose.RECEIPT);
    announcer.place(draft, contact);
    tellPaged(draft, someoneIsWithIt(draft), Optional.of(contact.id()));
  }

  private void hold(Draft draft, Responder responder) {
    int round =
        switch (draft.state()) {
          case Climbing climbing -> climbing.round();
          case Held held -> held.round();
          case IncidentState.Unanswered _, IncidentState.Resolved _ -> 1;
        };
    List<ContactId> paged =
        switch (draft.state()) {
          case Climbing climbing -> climbing.paged();
          case Held held -> held.paged();
          case IncidentState.Unanswered _, IncidentState.Resolved _ -> asked(responder);
        };
    draft.moveTo(new Held(responder, Check.UNASKED, round, paged, Optional.empty()));
    draft.happened("acknowledged").add(new Effect.WithdrawPages(List.of()));
    draft.timer(
        IncidentEvent.Timer.ASK_REACHED,
        draft.now().plus(draft.policy().timing().askReachedAfter()));
    Instant troubledAt = draft.incident().aftercare().troubledAt();
    draft.timer(
        IncidentEvent.Timer.CHECK_IN, troubledAt.plus(draft.policy().followUp().checkInAfter()));
  }

  /** After a late answer the ladder would go on with the others. */
  private static List<ContactId> asked(Responder responder) {
    return responder instanceof Responder.OfContact(ContactId id) ? List.of(id) : List.of();
  }

  /** The one who has it says so again: what that means depends on what they were asked. */
  private void confirm(Draft draft, Held held) {
    switch (held.check()) {
      case ASKED -> {
        draft.moveTo(held.checked(Check.REACHED));
        draft.happened("reached");
      }
      case CRY_TOLD -> {
        draft.moveTo(held.checked(Check.UNASKED));
        draft.happened("confirmed");
        draft.timer(
            IncidentEvent.Timer.ASK_REACHED,
            draft.now().plus(draft.policy().timing().askReachedAfter()));
      }
      case UNASKED, REACHED -> {}
    }
  }

  private void no(Draft draft, EmergencyContact contact) {
    Notice thanks = new Notice.MovedOn(Announcer.name(draft));
    announcer.tellOnce(draft, contact, thanks, Effect.Purpose.STANDING);
    switch (draft.state()) {
      case Climbing climbing when climbing.current().equals(contact.id()) ->
          ladder.failed(draft, climbing);
      case Held held when held.responder().equals(new Responder.OfContact(contact.id())) ->
          ladder.resume(draft, held, false);
      case Climbing _, Held _, IncidentState.Unanswered _, IncidentState.Resolved _ -> {}
    }
  }

  private void askReached(Draft draft, Held held) {
    if (held.check() != Check.UNASKED) {
      return;
    }
    draft.moveTo(held.checked(Check.ASKED));
    draft.timer(
        IncidentEvent.Timer.REACHED_SILENCE,
        draft.now().plus(draft.policy().timing().ackTimeout()));
    draft.happened("asked_whether_reached");
    switch (held.responder()) {
      case Responder.OfContact(ContactId id) ->
          draft
              .contact(id)
              .filter(draft::mayBeTold)
              .ifPresent(contact ->
                  announcer.tellOnce(
                      draft,
                      contact,
                      new Notice.ReachedQuestion(
                          Announcer.name(draft), announcer.link(draft, contact.id())),
                      Effect.Purpose.QUESTION));
      case Responder.OfOperator _, Responder.Unrecorded _ ->
          announcer.alarm(draft, Notice.Reason.OPERATOR_SILENT);
    }
  }

  private static Notice someoneIsWithIt(Draft draft) {
    return new Notice.SomeoneIsWithIt(Announcer.name(draft));
  }
}
