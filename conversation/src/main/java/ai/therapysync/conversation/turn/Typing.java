package ai.therapysync.conversation.turn;

/** Hears that an answer is being written; it must not hold the answer up. */
@FunctionalInterface
public interface Typing {
  /** Writing begins. */
  void begins(TurnId turn);

  /** Nobody is told. */
  static Typing untold() {
    return _ -> {};
  }
}
