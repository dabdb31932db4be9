package ai.therapysync.conversation.reply;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A school of talking that questions and exercises are taken from. */
enum Approach {
  CBT("cbt,cognitive", "thought_record,small_step,sleep,problem_solving"),
  DBT("dbt,dialectic", "grounding,breathing"),
  ACT("act,acceptance", "values,small_step,breathing"),
  MINDFULNESS("mindful,meditat", "breathing,grounding"),
  SOLUTION_FOCUSED("solution,coaching,brief", "problem_solving,small_step"),
  NARRATIVE("narrativ", "values"),
  PERSON_CENTRED("person,humanis,client,rogers,empath", "");

  private final String names;
  private final String exercises;

  Approach(String names, String exercises) {
    this.names = names;
    this.exercises = exercises;
  }

  /** The word that stands for it in texts. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its exercises, the most typical first. */
  List<String> exercises() {
    return list(exercises);
  }

  /** Reads the words that people write into profiles; empty for a school we don't know. */
  static Optional<Approach> of(String written) {
    String words = Wording.words(written);
    return Arrays.stream(values())
        .filter(approach -> list(approach.names).stream().anyMatch(name -> named(words, name)))
        .findFirst();
  }

  private static List<String> list(String written) {
    return written.isEmpty() ? List.of() : List.of(written.split(","));
  }

  private static boolean named(String words, String name) {
    return name.length() <= 3 ? words.contains(" " + name + " ") : words.contains(" " + name);
  }
}
