package ai.therapysync.conversation.reply;

import ai.therapysync.conversation.memory.Memory;
import ai.therapysync.conversation.message.Choices;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A written reply. Its text is private and never printed.
 *
 * @param metadata for {@code ai_response_metadata}: provider, model, tokens, milliseconds,
 *     personality, guard verdict, memories used; plain values without private words
 * @param learned what this exchange taught about the person
 * @param choices the answers that can be tapped to the question with which it ends
 */
public record Reply(
    String text, Map<String, String> metadata, List<Memory> learned, Optional<Choices> choices) {
  public Reply {
    metadata = Map.copyOf(metadata);
    learned = List.copyOf(learned);
  }

  /** A reply that leaves the answer to the person's own words. */
  public Reply(String text, Map<String, String> metadata, List<Memory> learned) {
    this(text, metadata, learned, Optional.empty());
  }

  /** As the person sees it: with the answers that are offered, numbered. */
  public String shown() {
    return choices.map(answers -> answers.numbered(text)).orElse(text);
  }

  /** The same in other words. */
  public Reply saying(String words) {
    return new Reply(words, metadata, learned, choices);
  }

  /** The same, to which these answers can be tapped. */
  public Reply offering(Optional<Choices> answers) {
    return new Reply(text, metadata, learned, answers);
  }

  @Override
  public String toString() {
    return "Reply[" + text.length() + " characters]";
  }
}
