package ai.therapysync.conversation.reply;

import ai.therapysync.conversation.memory.Memory;
import java.util.List;
import java.util.Map;

/**
 * A written reply. Its text is private and never printed.
 *
 * @param metadata for {@code ai_response_metadata}: provider, model, tokens, milliseconds,
 *     personality, guard verdict, memories used; plain values without private words
 * @param learned what this exchange taught about the person
 */
public record Reply(String text, Map<String, String> metadata, List<Memory> learned) {
  public Reply {
    metadata = Map.copyOf(metadata);
    learned = List.copyOf(learned);
  }

  @Override
  public String toString() {
    return "Reply[" + text.length() + " characters]";
  }
}
