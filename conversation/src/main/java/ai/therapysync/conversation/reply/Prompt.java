package ai.therapysync.conversation.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a model is sent: our instructions in sections, and the conversation as data that is never an
 * instruction. Private: never printed.
 *
 * @param version changes whenever the wording of the instructions does
 * @param sections in order, the rules first
 * @param conversation the newest lines, oldest first, each one marked with who says it
 * @param form what the answer is asked for in; empty for plain words
 */
public record Prompt(
    String version, List<Section> sections, String conversation, Optional<AnswerForm.Fields> form) {
  public Prompt {
    sections = List.copyOf(sections);
  }

  /** A prompt that is answered in plain words. */
  public Prompt(String version, List<Section> sections, String conversation) {
    this(version, sections, conversation, Optional.empty());
  }

  /**
   * A part of the instructions.
   *
   * @param ours whether it must never come back word for word; memories and goals are the person's,
   *     and lines are there to be named
   */
  public record Section(String title, String text, boolean ours) {
    @Override
    public String toString() {
      return "Section[" + title + "]";
    }
  }

  /** The sections as one text. */
  public String instructions() {
    return sections.stream()
        .map(section -> "# " + section.title() + "\n" + section.text())
        .collect(Collectors.joining("\n\n"));
  }

  /** The same prompt with one more section. */
  public Prompt and(Section section) {
    List<Section> more = new ArrayList<>(sections);
    more.add(section);
    return new Prompt(version, more, conversation, form);
  }

  @Override
  public String toString() {
    return "Prompt[" + version + ", " + conversation.length() + " characters]";
  }
}
