package ai.therapysync.conversation.reply;

/** What came back from a language model. Texts are private and never printed. */
public sealed interface ModelAnswer {
  /**
   * It wrote something, possibly nothing good.
   *
   * @param millis how long it took
   */
  record Said(String text, String model, int tokensIn, int tokensOut, long millis)
      implements ModelAnswer {
    @Override
    public String toString() {
      return "Said[" + text.length() + " characters, " + model + "]";
    }
  }

  /** It, or its provider's filter, would not write. {@code why} has no private words. */
  record Refused(String why) implements ModelAnswer {}

  /**
   * No answer: too slow, away, or skipped because it was away. {@code why} has no private words.
   */
  record Failed(String why) implements ModelAnswer {}
}
