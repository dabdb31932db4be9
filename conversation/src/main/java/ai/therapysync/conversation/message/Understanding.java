package ai.therapysync.conversation.message;

/** How a message is taken where answers had been offered. */
public sealed interface Understanding {
  /** By its words. */
  record Literal() implements Understanding {}

  /**
   * As one of the choices. Private: never printed.
   *
   * @param label what stands on its button
   */
  record Chosen(String answer, String label) implements Understanding {
    @Override
    public String toString() {
      return "Chosen[private]";
    }
  }

  /** As an answer to a question that is over: it answers nothing that was asked since. */
  record Late() implements Understanding {}
}
