package ai.therapysync.conversation.practice.questionnaire;

import ai.therapysync.conversation.occasion.Asked;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A questionnaire that is being filled in.
 *
 * @param answers 0 to 3 each, fewer than there are questions or all of them
 */
record Sheet(Instrument instrument, List<Integer> answers) {
  static final String ASKED = "questionnaire";

  /** The question of one that was put off: nothing is an answer to it, and it waits. */
  private static final String LATER = ASKED + Asked.LATER;

  private static final String INSTRUMENT = "instrument";
  private static final String ANSWERS = "answers";

  Sheet {
    answers = List.copyOf(answers);
  }

  /** The sheet whose next question is open. */
  static Optional<Sheet> of(Asked asked) {
    return of(asked, ASKED);
  }

  /** The sheet that was put off. */
  static Optional<Sheet> putOff(Asked asked) {
    return of(asked, LATER);
  }

  private static Optional<Sheet> of(Asked asked, String what) {
    return asked.what().equals(what)
        ? Optional.ofNullable(asked.details().get(INSTRUMENT))
            .flatMap(Instrument::of)
            .map(instrument -> new Sheet(instrument, read(asked)))
        : Optional.empty();
  }

  private static List<Integer> read(Asked asked) {
    return Arrays.stream(asked.details().getOrDefault(ANSWERS, "").split(","))
        .filter(answer -> !answer.isEmpty())
        .map(Integer::valueOf)
        .toList();
  }

  /** The question that is open, counted from 1. */
  int question() {
    return answers.size() + 1;
  }

  boolean isComplete() {
    return answers.size() == instrument.questions();
  }

  int score() {
    return answers.stream().mapToInt(Integer::intValue).sum();
  }

  Sheet with(int answer) {
    List<Integer> more = new ArrayList<>(answers);
    more.add(answer);
    return new Sheet(instrument, more);
  }

  /** One question back. */
  Sheet back() {
    return new Sheet(instrument, answers.subList(0, Math.max(0, answers.size() - 1)));
  }

  Asked asked(Instant now) {
    return new Asked(ASKED, details(), true, now);
  }

  /** Put off, with the answers so far. */
  Asked later(Instant now) {
    return new Asked(LATER, details(), true, now);
  }

  /** The same question, of which the person has been reminded. */
  Asked reminded(Instant now) {
    Map<String, String> details = new HashMap<>(details());
    details.put(Asked.REMINDED, "yes");
    return new Asked(ASKED, details, true, now);
  }

  static boolean isReminded(Asked asked) {
    return asked.details().containsKey(Asked.REMINDED);
  }

  private Map<String, String> details() {
    String written = answers.stream().map(String::valueOf).collect(Collectors.joining(","));
    return Map.of(INSTRUMENT, instrument.word(), ANSWERS, written);
  }
}
