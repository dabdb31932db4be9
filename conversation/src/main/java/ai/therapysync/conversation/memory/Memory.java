package ai.therapysync.conversation.memory;

import java.util.List;

/**
 * Something remembered about a person: a row of {@code conversation_memory}. Private: never
 * printed.
 *
 * @param type {@code person}, {@code event}, {@code preference}, {@code trigger}, {@code
 *     what_helped}, {@code promise}, …
 * @param importance 0 to 1
 */
public record Memory(
    String type, String title, String content, List<String> tags, double importance) {
  public Memory {
    tags = List.copyOf(tags);
  }

  @Override
  public String toString() {
    return "Memory[" + type + "]";
  }
}
