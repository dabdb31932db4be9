package ai.therapysync.conversation.reply;

/** Writes the answer to what a person said. */
public interface ReplyWriter {
  /** Never fails and never returns an empty text: without a model the offline companion writes. */
  Reply write(ReplyRequest request);
}
