package ai.therapysync.crisis.screening;

import java.util.ArrayList;
import java.util.List;

/** One text, read in every language. */
final class Reading {
  private final List<Match> matches = new ArrayList<>();
  private final List<Interpretation> interpretations = new ArrayList<>();

  private Reading() {}

  static Reading of(Phrases phrases, String text) {
    Reading reading = new Reading();
    for (Tokens tokens : phrases.read(text)) {
      List<Match> found = phrases.find(tokens);
      reading.matches.addAll(found);
      reading.interpretations.add(Interpretation.of(tokens, found));
    }
    reading.weigh();
    return reading;
  }

  private void weigh() {
    for (Interpretation one : interpretations) {
      one.weigh(interpretations.stream().anyMatch(other -> other != one && other.jokes()));
    }
  }

  /** Expressions of danger, those that their modifiers made void included. */
  List<Finding> findings() {
    return interpretations.stream().flatMap(one -> one.findings().stream()).toList();
  }

  /** Those that begin before this place of the text and end after it. */
  List<Finding> findingsAcross(int place) {
    return interpretations.stream().flatMap(one -> one.findingsAcross(place).stream()).toList();
  }

  /** All that was found, questions and replies included. */
  List<Match> matches() {
    return matches;
  }
}
