package ai.therapysync.conversation.message;

import ai.therapysync.crisis.safety.ExactWord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The answers that are offered to a question: to be tapped where a channel has buttons, numbered in
 * the text where it has none. Private, since a goal or a name may be among them: never printed.
 *
 * @param opener what a list of them is opened with, in the person's language
 */
public record Choices(String opener, List<Choice> all) {
  /** More than these nobody reads on a telephone. */
  public static final int MOST = 20;

  private static final int LONGEST_OPENER = 20;

  /** All their lines together: a message has room for them below its text. */
  private static final int LONGEST = 1_200;

  public Choices {
    all = List.copyOf(all);
    if (opener.isBlank() || opener.length() > LONGEST_OPENER) {
      throw new IllegalArgumentException("A list is opened with 1 to 20 characters");
    }
    if (all.isEmpty() || !fit(all)) {
      throw new IllegalArgumentException("There are 1 to " + MOST + " choices, and short ones");
    }
    Set<String> answers = new HashSet<>();
    Set<String> labels = new HashSet<>();
    for (Choice choice : all) {
      if (!answers.add(ExactWord.of(choice.answer()))
          || !labels.add(ExactWord.of(choice.label()))) {
        throw new IllegalArgumentException("Each choice has an answer and a label of its own");
      }
    }
  }

  /**
   * One of them. Private: never printed.
   *
   * @param answer what somebody types who means it
   * @param label what is shown for it
   * @param detail what is shown beside the label; empty where that says it all
   */
  public record Choice(String answer, String label, String detail) {
    private static final int LONGEST = 100;

    public Choice {
      boolean fits = List.of(answer, label).stream().allMatch(Choice::fits);
      if (!fits || detail.codePoints().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException(
            "A choice has 1 to " + LONGEST + " characters and stands in one line");
      }
    }

    /** One whose label says it all. */
    public Choice(String answer, String label) {
      this(answer, label, "");
    }

    private static boolean fits(String words) {
      return !words.isBlank()
          && words.length() <= LONGEST
          && words.codePoints().noneMatch(Character::isISOControl);
    }

    /** Label and detail in one line. */
    public String line() {
      return detail.isEmpty() ? label : label + ": " + detail;
    }

    @Override
    public String toString() {
      return "Choice[private]";
    }
  }

  /** Whether these are few and short enough. */
  public static boolean fit(List<Choice> choices) {
    return choices.size() <= MOST
        && choices.stream().mapToInt(choice -> choice.line().length()).sum() <= LONGEST;
  }

  /** The figure by which a choice can be answered: its own where the answers are figures. */
  public String number(Choice choice) {
    return areFigures() ? choice.answer() : Integer.toString(all.indexOf(choice) + 1);
  }

  /**
   * The text with a numbered line for each choice. Where they are nothing but figures, such as 1 to
   * 10, the text itself has said so.
   */
  public String numbered(String text) {
    if (all.stream().allMatch(one -> one.line().equals(number(one)))) {
      return text;
    }
    List<String> lines = new ArrayList<>(List.of(text));
    all.forEach(choice -> lines.add(number(choice) + " " + choice.line()));
    return String.join("\n", lines);
  }

  /** The choice that these words stand for: the figure, the label, or the answer itself. */
  public Optional<Choice> meant(String words) {
    String said = ExactWord.of(words.replaceAll("[)\\uFE0F\\u20E3]+\\s*$", ""));
    return all.stream()
        .filter(choice ->
            said.equals(number(choice))
                || said.equals(ExactWord.of(choice.label()))
                || said.equals(ExactWord.of(choice.line()))
                || said.equals(ExactWord.of(choice.answer())))
        .findFirst();
  }

  private boolean areFigures() {
    return all.stream().allMatch(choice -> choice.answer().matches("[0-9]{1,2}"));
  }

  @Override
  public String toString() {
    return "Choices[" + all.size() + "]";
  }
}
