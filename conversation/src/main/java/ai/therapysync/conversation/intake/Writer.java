package ai.therapysync.conversation.intake;

import ai.therapysync.conversation.person.Settings;
import ai.therapysync.conversation.turn.TurnId;
import ai.therapysync.crisis.incident.Incident;
import ai.therapysync.crisis.incident.Situation;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.risk.PersonId;
import ai.therapysync.crisis.risk.Utterance;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Someone with a verified number who writes to us, as the moment of receiving needs to know them.
 *
 * @param before the last utterances of both sides, oldest first
 * @param incident their open incident
 * @param crisis what the crisis desk needs, should this be an emergency
 * @param humanHolds an operator holds the conversation
 * @param waiting the turn that waits for their answer, if one does
 */
public record Writer(
    PersonId id,
    Language language,
    Settings settings,
    List<Utterance> before,
    Optional<Incident> incident,
    Situation crisis,
    boolean humanHolds,
    Optional<WaitingTurn> waiting) {
  public Writer {
    before = List.copyOf(before);
  }

  /** A turn that has not been taken yet. */
  public record WaitingTurn(TurnId id, Instant firstAt, Instant dueAt) {}
}
