package ai.therapysync.conversation.reply;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Short exercises that are led over several messages. The history is their only state: the step
 * that we said last is where we are, also after a restart.
 */
final class Exercises {
  private static final List<String> ALL =
      List.of(
          "grounding",
          "breathing",
          "thought_record",
          "small_step",
          "problem_solving",
          "sleep",
          "values");

  /** What helps with what, the most fitting first. */
  private static final Map<String, List<String>> HELPS =
      Map.of(
          "anxiety", List.of("grounding", "breathing", "thought_record"),
          "anger", List.of("breathing", "grounding"),
          "sleep", List.of("sleep", "breathing"),
          "low", List.of("small_step", "values"),
          "worth", List.of("thought_record", "values"),
          "study", List.of("small_step", "breathing", "problem_solving"),
          "work", List.of("problem_solving", "breathing", "small_step"),
          "money", List.of("problem_solving"),
          "partner", List.of("values"),
          "health", List.of("values", "small_step"));

  private Exercises() {}

  /** The next step's text, or the closing words, when our last message was a step. */
  static Optional<String> next(Voice voice) {
    return ALL.stream().flatMap(exercise -> after(exercise, voice).stream()).findFirst();
  }

  /** The step that our last message was, to be said once more. */
  static Optional<String> current(Voice voice) {
    return ALL.stream()
        .flatMap(exercise ->
            IntStream.rangeClosed(1, voice.count("exercise." + exercise))
                .mapToObj(step -> "exercise." + exercise + "." + step))
        .filter(voice::justSaidKey)
        .map(key -> voice.say(key, Map.of()))
        .findFirst();
  }

  /** Whether our last message ended an exercise. */
  static boolean isJustDone(Voice voice) {
    return ALL.stream().anyMatch(exercise -> voice.justSaidKey("exercise." + exercise + ".done"));
  }

  /** The exercise that our last message offered. */
  static Optional<String> offered(Voice voice) {
    return ALL.stream().filter(exercise -> voice.justSaid("offer." + exercise)).findFirst();
  }

  /** Whether these words offer one. */
  static boolean isOffer(String words, Voice voice) {
    return ALL.stream().anyMatch(exercise -> voice.isOf("offer." + exercise, words));
  }

  /** The first step of an exercise. */
  static String begin(String exercise, Voice voice) {
    return voice.say("exercise." + exercise + ".1", Map.of());
  }

  /**
   * What to offer now, as a question: at once where fear is strong, whatever the approach, since a
   * body in alarm can't think; else after some talk.
   */
  static Optional<String> offer(Heard heard, String theme, Manner manner, Voice voice, Said said) {
    boolean urgent = heard.intense() && heard.isAbout("anxiety");
    boolean ripe = manner.isTimeToOffer(said.turns(), theme);
    if (!urgent && !ripe) {
      return Optional.empty();
    }
    Stream<String> fitting = urgent ? helpful("anxiety").stream() : fitting(theme, manner);
    return fitting
        .filter(exercise -> !voice.saidAny("offer." + exercise))
        .filter(exercise -> !voice.saidAny("exercise." + exercise))
        .flatMap(exercise -> voice.fresh("offer." + exercise).stream())
        .findFirst();
  }

  /** The exercise that someone who asks for one gets. */
  static Optional<String> wanted(Heard heard, String theme, Manner manner, Voice voice) {
    return Stream.of(heard.exercises().stream(), fitting(theme, manner), Stream.of("breathing"))
        .flatMap(names -> names)
        .filter(exercise -> voice.has("exercise." + exercise))
        .findFirst();
  }

  /** What the approaches are known for comes first, as far as it helps with the theme. */
  private static Stream<String> fitting(String theme, Manner manner) {
    List<String> helpful = helpful(theme);
    Stream<String> typical =
        manner.approaches().stream()
            .flatMap(approach -> approach.exercises().stream())
            .filter(helpful::contains);
    return Stream.concat(typical, helpful.stream()).distinct();
  }

  private static List<String> helpful(String theme) {
    return HELPS.getOrDefault(theme, List.of());
  }

  private static Optional<String> after(String exercise, Voice voice) {
    String kind = "exercise." + exercise;
    int steps = voice.count(kind);
    for (int step = 1; step <= steps; step++) {
      if (voice.justSaidKey(kind + "." + step)) {
        String next = step < steps ? Integer.toString(step + 1) : "done";
        return Optional.of(voice.say(kind + "." + next, Map.of()));
      }
    }
    return Optional.empty();
  }
}
