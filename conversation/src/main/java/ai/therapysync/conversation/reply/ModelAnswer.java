package ai.therapysync.conversation.reply;

/** What came back from a language model. Texts are private and never printed. */
public sealed interface ModelAnswer {
  /** How long it took. */
  long millis();

  /** It wrote something, possibly nothing good. */
  record Said(String text, String model, int tokensIn, int tokensOut, long millis)
      implements ModelAnswer {
    @Override
    public String toString() {
      return "Said[" + text.length() + " characters, " + model + "]";
    }
  }

  /** It, or its provider's filter, would not write. {@code why} has no private words. */
  record Refused(String why, long millis) implements ModelAnswer {}

  /**
   * No answer: too slow, away, or skipped because it was away. {@code why} has no private words.
   */
  record Failed(String why, long millis) implements ModelAnswer {}
}
