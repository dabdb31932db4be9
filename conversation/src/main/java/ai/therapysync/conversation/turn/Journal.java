package ai.therapysync.conversation.turn;

import java.time.Instant;
import java.util.Optional;

/** Where turns are taken and what became of them is written: one decision, one transaction. */
public interface Journal {
  /**
   * Takes a turn that is due. A turn that was taken before, and whose decision was never recorded,
   * is taken again, by the one who took it.
   *
   * @param by who takes it; the same again after a crash
   */
  Taking take(TurnId turn, String by);

  /**
   * Writes a decision, unless the turn has been answered or cancelled since.
   *
   * @return when the turn comes due again, if it does
   */
  Optional<Instant> record(TurnSituation situation, Decision decision);

  /** What taking a turn comes to. */
  sealed interface Taking {
    /** It is ours. */
    record Taken(TurnSituation situation) implements Taking {}

    /** Not before then. */
    record NotYet(Instant dueAt) implements Taking {}

    /** Answered, cancelled or unknown. */
    record Gone() implements Taking {}
  }
}
