package ai.therapysync.conversation.occasion;

import ai.therapysync.conversation.message.Choices;
import ai.therapysync.conversation.occasion.QuickAnswers.Entry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a skill says, and what is written with it in one transaction. Its text is private and never
 * printed.
 *
 * @param skill whose step it is, a word for metadata and timeline
 * @param text empty where the words are answered as ordinary talk all the same
 * @param asks the question that is open from now on; empty closes the one that was
 * @param choices the answers to it that can be tapped
 */
public record Step(
    String skill,
    String text,
    List<Change> changes,
    Optional<Asked> asks,
    Optional<Choices> choices) {
  public Step {
    changes = List.copyOf(changes);
  }

  /** Words alone. */
  public static Step says(String skill, String text) {
    return new Step(skill, text, List.of(), Optional.empty(), Optional.empty());
  }

  /** Writes what was said, and leaves the answer to ordinary talk. */
  public static Step silent(String skill) {
    return says(skill, "");
  }

  /** Whether the words are answered as ordinary talk all the same. */
  public boolean isSilent() {
    return text.isEmpty();
  }

  /** The same, and this is written. */
  public Step changing(List<? extends Change> more) {
    return new Step(skill, text, List.copyOf(more), asks, choices);
  }

  /** The same, and this question is open from now on. */
  public Step asking(Asked question) {
    return new Step(skill, text, changes, Optional.of(question), choices);
  }

  /** The same; a patient question that was open stays so. */
  public Step askingAgain(Occasion occasion) {
    return new Step(skill, text, changes, occasion.asked().filter(Asked::patient), choices);
  }

  /** The same, and these answers can be tapped. */
  public Step offering(Choices answers) {
    return offering(Optional.of(answers));
  }

  /** The same, and these answers can be tapped, if there are any. */
  public Step offering(Optional<Choices> answers) {
    return new Step(skill, text, changes, asks, answers);
  }

  /** The same, with a list to choose from; where it can't be tapped, it stands in the text. */
  public Step listing(Optional<Choices> answers, List<Entry> entries) {
    String lines =
        IntStream.range(0, entries.size())
            .mapToObj(at -> "\n" + (at + 1) + " " + entries.get(at).line())
            .collect(Collectors.joining());
    return answers.isPresent() ? offering(answers) : saying(text + lines);
  }

  /** The same in other words. */
  public Step saying(String words) {
    return new Step(skill, words, changes, asks, choices);
  }

  @Override
  public String toString() {
    return "Step[" + skill + "]";
  }
}
