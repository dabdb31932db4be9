package ai.therapysync.conversation.memory;

import java.util.List;
import java.util.Optional;

/**
 * Something remembered about a person: a row of {@code conversation_memory}. Private: never
 * printed.
 *
 * @param type {@code person}, {@code event}, {@code preference}, {@code trigger}, {@code
 *     what_helped}, {@code promise}, …
 * @param importance 0 to 1
 * @param feeling how the person felt as they said it, where that was heard
 */
public record Memory(
    String type,
    String title,
    String content,
    List<String> tags,
    double importance,
    Optional<Feeling> feeling) {
  /** Begins the tag that says what a memory is about; there is one of it, and it can change. */
  static final String ABOUT = "about:";

  /** Begins the tag that says what a memory is about, where there may be several of the kind. */
  static final String ONE_OF = "one-of:";

  /** The tag of a memory that was said to set another right. */
  static final String RIGHT = "set-right";

  /** Begins the tag that names the title of the memory whose place it takes; never kept. */
  static final String INSTEAD = "instead-of:";

  public Memory {
    tags = List.copyOf(tags);
  }

  /** A memory that no feeling came with. */
  public Memory(String type, String title, String content, List<String> tags, double importance) {
    this(type, title, content, tags, importance, Optional.empty());
  }

  /**
   * A feeling that was heard.
   *
   * @param emotion {@code sad}, {@code anxious}, {@code glad}, …
   * @param intensity 0 to 1
   */
  public record Feeling(String emotion, double intensity) {}

  /** The same, said with that feeling. */
  public Memory felt(Optional<Feeling> heard) {
    return new Memory(type, title, content, tags, importance, heard);
  }

  /** The tags by which another memory of the same thing is found. */
  public List<String> subjects() {
    return tags.stream().filter(tag -> tag.startsWith(ABOUT) || tag.startsWith(ONE_OF)).toList();
  }

  /** The title of the memory that it sets right, where just that one is meant. */
  public Optional<String> replaces() {
    return tags.stream()
        .filter(tag -> tag.startsWith(INSTEAD))
        .map(tag -> tag.substring(INSTEAD.length()))
        .findFirst();
  }

  /** The same, as it is kept: what it took the place of is not named again. */
  Memory kept() {
    List<String> own = tags.stream().filter(tag -> !tag.startsWith(INSTEAD)).toList();
    return new Memory(type, title, content, own, importance, feeling);
  }

  /** Whether it was said to set another right. */
  public boolean setsRight() {
    return tags.contains(RIGHT);
  }

  @Override
  public String toString() {
    return "Memory[" + type + "]";
  }
}
