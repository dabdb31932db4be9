package ai.therapysync.conversation;

import ai.therapysync.conversation.intake.Inbox;
import ai.therapysync.conversation.intake.Intake;
import ai.therapysync.conversation.intake.Received;
import ai.therapysync.conversation.intake.Received.Kind;
import ai.therapysync.conversation.intake.Received.TurnChange;
import ai.therapysync.conversation.message.InboundMessage;
import ai.therapysync.conversation.turn.Journal;
import ai.therapysync.conversation.turn.Journal.Taking;
import ai.therapysync.conversation.turn.TurnId;
import ai.therapysync.conversation.turn.TurnSituation;
import ai.therapysync.conversation.turn.TurnTaker;
import ai.therapysync.conversation.turn.Typing;
import ai.therapysync.crisis.risk.RiskLevel;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The conversation's front door: a message comes in, a turn is taken. */
public final class Conversations {
  private final Inbox inbox;
  private final Intake intake;
  private final Journal journal;
  private final TurnTaker turns;
  private final Typing typing;

  /** With where things are kept, the rules that decide, and who is told that we write. */
  public Conversations(
      Inbox inbox, Intake intake, Journal journal, TurnTaker turns, Typing typing) {
    this.inbox = inbox;
    this.intake = intake;
    this.journal = journal;
    this.turns = turns;
    this.typing = typing;
  }

  /**
   * Screens and stores a message with all that follows from it, in one transaction. When this
   * returns, it is committed.
   */
  public Due receive(InboundMessage message) {
    AtomicReference<Due> due = new AtomicReference<>(Due.LATER);
    inbox.receive(
        message,
        circumstances -> {
          Received received = intake.decide(message, circumstances);
          due.set(Due.of(received, circumstances.now()));
          return received;
        });
    return due.get();
  }

  /** What a message leaves to be done, and when. */
  public enum Due {
    /** Someone may be in danger, or an incident has moved. */
    CRISIS,
    /** Something ordinary is to be said now. */
    AT_ONCE,
    /** Nothing, or nothing yet. */
    LATER;

    private static Due of(Received received, Instant now) {
      boolean crisis =
          !received.cases().isEmpty()
              || !received.effects().isEmpty()
              || received.secondOpinion()
              || received.assessment().level() != RiskLevel.NONE;
      if (crisis || received.answers().stream().anyMatch(one -> one.kind() == Kind.PROMPT)) {
        return CRISIS;
      }
      boolean turn = received.turn() instanceof TurnChange.Join join && !join.dueAt().isAfter(now);
      return turn || !received.answers().isEmpty() ? AT_ONCE : LATER;
    }
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
      case Taking.Taken(TurnSituation situation) -> {
        if (turns.answers(situation)) {
          typing.begins(turn);
        }
        yield journal.record(situation, turns.decide(situation));
      }
    };
  }
}
