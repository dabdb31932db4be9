package ai.therapysync.gateway.channel;

import ai.therapysync.conversation.message.Attachment;
import ai.therapysync.conversation.message.Provider;
import java.util.function.Consumer;

/** Where a provider keeps the media that people send through it. */
public interface MediaSource {
  /** More is not taken: what the providers let through at most. */
  long MOST = 16L * 1024 * 1024;

  Provider provider();

  /**
   * Fetches one, once.
   *
   * @param sink is handed the bytes as they come, one after the other; what it got is worth nothing
   *     unless the outcome says that all of it came
   */
  Outcome fetch(Attachment attachment, Consumer<byte[]> sink);

  /** What came of it. */
  sealed interface Outcome {
    /**
     * All of it came.
     *
     * @param contentType as told and as served; of no special type where these differ
     */
    record Fetched(String contentType) implements Outcome {}

    /** It may come another time. The reason holds nothing private. */
    record Later(String why) implements Outcome {}

    /** It never will. */
    record Never(String why) implements Outcome {}
  }
}
