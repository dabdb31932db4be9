package ai.therapysync.conversation;

import ai.therapysync.conversation.intake.Inbox;
import ai.therapysync.conversation.intake.Intake;
import ai.therapysync.conversation.message.InboundMessage;
import ai.therapysync.conversation.turn.Journal;
import ai.therapysync.conversation.turn.Journal.Taking;
import ai.therapysync.conversation.turn.TurnId;
import ai.therapysync.conversation.turn.TurnSituation;
import ai.therapysync.conversation.turn.TurnTaker;
import java.time.Instant;
import java.util.Optional;

/** The conversation's front door: a message comes in, a turn is taken. */
public final class Conversations {
  private final Inbox inbox;
  private final Intake intake;
  private final Journal journal;
  private final TurnTaker turns;

  /** With where things are kept and the rules that decide. */
  public Conversations(Inbox inbox, Intake intake, Journal journal, TurnTaker turns) {
    this.inbox = inbox;
    this.intake = intake;
    this.journal = journal;
    this.turns = turns;
  }

  /**
   * Screens and stores a message with all that follows from it, in one transaction. When this
   * returns, it is committed.
   */
  public void receive(InboundMessage message) {
    inbox.receive(message, circumstances -> intake.decide(message, circumstances));
  }

  /**
   * Takes a turn that may be due.
   *
   * @param by who takes it: the same again after a crash
   * @return when to come again, if it is not due yet, or we are closed
   */
  public Optional<Instant> takeTurn(TurnId turn, String by) {
    return switch (journal.take(turn, by)) {
      case Taking.NotYet(Instant dueAt) -> Optional.of(dueAt);
      case Taking.Gone _ -> Optional.empty();
      case Taking.Taken(TurnSituation situation) ->
          journal.record(situation, turns.decide(situation));
    };
  }
}
