package ai.therapysync.conversation.reply;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a message shows beside its matter. Private: never printed.
 *
 * @param marks small things of the lexicon: "trouble", "light", "quiet" and the like
 * @param sign what emoji show that stand alone: "sad", "love"; empty where there are words
 */
record Undertone(Set<String> marks, Optional<String> sign) {
  private static final List<String> PAINED = List.of("sad", "angry", "scared", "tired");

  Undertone {
    marks = Set.copyOf(marks);
  }

  boolean has(String mark) {
    return marks.contains(mark);
  }

  /** Whether something weighs on the person, as far as this tells. */
  boolean isPained() {
    return has("trouble") || sign.filter(PAINED::contains).isPresent();
  }

  @Override
  public String toString() {
    return "Undertone[private]";
  }
}
