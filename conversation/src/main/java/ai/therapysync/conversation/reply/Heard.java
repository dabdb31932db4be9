package ai.therapysync.conversation.reply;

import ai.therapysync.conversation.message.MessageType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was understood of the waiting messages. Private: never printed.
 *
 * @param words all their words in the form in which texts are compared
 * @param themes what they are about, the clearest first
 * @param past what the talk was about before
 * @param emotions what is felt, the clearest first
 * @param intense whether it is felt strongly
 * @param exercises the exercises whose names are in it, the clearest first
 * @param relation who of the person's people is spoken of, as we say it to them ("your sister")
 * @param media the kind of the last message without words, when none of them had any
 * @param tone what it shows beside its matter
 */
record Heard(
    String words,
    List<String> themes,
    Past past,
    List<String> emotions,
    boolean intense,
    Optional<Intent> intent,
    List<String> exercises,
    Optional<String> relation,
    Optional<MessageType> media,
    Undertone tone) {
  private static final List<String> HEAVY = List.of("grief", "pet", "low", "violence");

  /** Matters that may be talked of without anything being wrong. */
  private static final List<String> TOPICS =
      List.of("work", "study", "family", "partner", "sleep", "health", "money");

  /** Matters of which what is not so is seldom good. */
  private static final List<String> BODILY = List.of("sleep", "health", "money");

  /**
   * What weighs so much that the next words still belong to it, with the matters that they may
   * name: who wept for somebody is not asked about a low mood, and "yes, he's asleep" of someone
   * who is beaten is no word about bad nights.
   */
  private static final Map<String, List<String>> STILL =
      Map.of(
          "grief", List.of("low", "lonely", "family", "partner", "anxiety"),
          "pet", List.of("low", "lonely", "family", "partner", "anxiety", "sleep"),
          "violence",
              List.of("low", "lonely", "family", "partner", "anxiety", "worth", "sleep", "habit"),
          "someone_else", List.of("lonely", "family", "anxiety"));

  /** What may be spoken of for a while before one comes back to it. */
  private static final List<String> BESIDE = List.of("sleep", "health", "progress");

  private static final List<String> FIRST =
      List.of("violence", "grief", "pet", "someone_else", "progress");

  /** The same message, heard as going on with what was talked about. */
  Heard continuing(Past before) {
    return new Heard(
        words, themes, before, emotions, intense, intent, exercises, relation, media, tone);
  }

  /** Whether something in this very message weighs on them. */
  boolean isPainedNow() {
    return intense
        || tone.isPained()
        || (tone.has("negation") && themes.stream().anyMatch(BODILY::contains))
        || emotions.stream().anyMatch(emotion -> !emotion.equals("glad"))
        || themes.stream().anyMatch(theme -> !TOPICS.contains(theme) && !theme.equals("progress"));
  }

  /** Whether something weighs on them in what they talk of, now or a moment ago. */
  boolean isPained() {
    boolean same = themes.isEmpty() || themes.stream().anyMatch(past.themes()::contains);
    return isPainedNow() || isGrave() || (past.pained() && (same || !isHarmlessNews()));
  }

  /** A plain fact of their life: nothing in it says that anything is wrong. */
  boolean isHarmlessNews() {
    return !themes.isEmpty()
        && TOPICS.containsAll(themes)
        && !isPainedNow()
        && !tone.has("negation")
        && intent.isEmpty();
  }

  /** Whether they ask us to stop asking. */
  boolean asksForQuiet() {
    return wants(Intent.REPAIR) && tone.has("quiet");
  }

  /** The theme of the answer: what is grave goes first, what is good before mere topics. */
  Optional<String> theme() {
    return FIRST.stream()
        .filter(theme -> themes.contains(theme) || isStill(theme))
        .findFirst()
        .or(() -> themes.stream().findFirst())
        .or(() -> past.themes().stream().findFirst());
  }

  private boolean isStill(String grave) {
    List<String> within = STILL.getOrDefault(grave, List.of());
    boolean panic = intense && themes.contains("anxiety");
    return !panic
        && within.containsAll(themes)
        && past.themes().stream()
            .filter(theme -> !within.contains(theme) && !BESIDE.contains(theme))
            .findFirst()
            .filter(grave::equals)
            .isPresent();
  }

  /** Whether a technique, a goal or somebody else's name would be cold now. */
  boolean isGrave() {
    return theme()
        .filter(List.of("grief", "pet", "violence", "someone_else")::contains)
        .isPresent();
  }

  boolean isAbout(String theme) {
    return themes.contains(theme);
  }

  boolean wants(Intent wanted) {
    return intent.filter(wanted::equals).isPresent();
  }

  /** Whether something heavy was spoken of a moment ago. */
  boolean wasHeavy() {
    return past.heavy();
  }

  /** Whether light talk and jokes would hurt. */
  boolean isHeavy() {
    return intense || themes.stream().anyMatch(HEAVY::contains);
  }

  @Override
  public String toString() {
    return "Heard[private]";
  }
}
