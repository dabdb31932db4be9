package ai.therapysync.conversation.reply;

import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.language.Phrasebook;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds words in one language that have not been used yet, and that spare what hurts. */
final class Voice {
  /** Stands for what is filled in, when a text is compared with what was said. */
  private static final String GAP = "\u241F";

  private static final Map<String, String> GAPS =
      Map.of(
          "name", GAP, "question", GAP, "memory", GAP, "goal", GAP, "relation", GAP, "words", GAP);

  private final Phrasebook texts;
  private final Language language;
  private final Said said;
  private final List<String> spared;

  /**
   * @param spared words, in the form in which texts are compared, that we don't bring up
   */
  Voice(Phrasebook texts, Language language, Said said, List<String> spared) {
    this.texts = texts;
    this.language = language;
    this.said = said;
    this.spared = List.copyOf(spared);
  }

  Language language() {
    return language;
  }

  /** Whether this language has texts of that kind. */
  boolean has(String kind) {
    return !keys(kind).isEmpty();
  }

  /** The text of one key. */
  String say(String key, Map<String, String> values) {
    return texts.say(language, key, values);
  }

  /** The first text of a kind that has not been said; empty when all have, or there is none. */
  Optional<String> fresh(String kind, int from, Map<String, String> values) {
    List<String> keys = keys(kind);
    for (int i = 0; i < keys.size(); i++) {
      String key = keys.get((from + i) % keys.size());
      if (!isSaid(key)) {
        return Optional.of(say(key, values));
      }
    }
    return Optional.empty();
  }

  /** The same, in the order of the file. */
  Optional<String> fresh(String kind) {
    return fresh(kind, 0, Map.of());
  }

  /** A text of a kind in any case: a fresh one, else the one that was said longest ago. */
  String any(String kind, int from, Map<String, String> values) {
    return fresh(kind, from, values)
        .orElseGet(() ->
            keys(kind).stream()
                .min(Comparator.comparingInt(this::lastTime))
                .map(key -> say(key, values))
                .orElseThrow(() -> new IllegalArgumentException("No texts " + kind)));
  }

  /** The same, in the order of the file. */
  String any(String kind) {
    return any(kind, 0, Map.of());
  }

  /** Whether the words are a text of that kind. */
  boolean isOf(String kind, String words) {
    return keys(kind).stream().anyMatch(key -> say(key, Map.of()).equals(words));
  }

  /** Whether we ever said any text of that kind. */
  boolean saidAny(String kind) {
    return keys(kind).stream().anyMatch(this::isSaid);
  }

  /** Whether our last answer had a text of that kind. */
  boolean justSaid(String kind) {
    return keys(kind).stream().anyMatch(key -> said.endedWith(fixedPart(key)));
  }

  /** Whether one of our last three answers had a text of that kind. */
  boolean saidLately(String kind) {
    return keys(kind).stream().anyMatch(key -> lastTime(key) >= Math.max(0, said.turns() - 3));
  }

  /** How many texts of a kind there are. */
  int count(String kind) {
    return keys(kind).size();
  }

  /** Whether our last answer had the text of that very key. */
  boolean justSaidKey(String key) {
    return said.endedWith(fixedPart(key));
  }

  /** Variants are told apart by the number at the end of their keys. */
  private List<String> keys(String kind) {
    return texts.keys(language, kind + ".").stream()
        .filter(key -> key.substring(kind.length() + 1).matches("[0-9]+"))
        .filter(key -> spared.stream().noneMatch(Wording.words(say(key, GAPS))::contains))
        .sorted(Comparator.comparingInt(key -> Integer.parseInt(key.substring(kind.length() + 1))))
        .toList();
  }

  private boolean isSaid(String key) {
    return lastTime(key) >= 0;
  }

  private int lastTime(String key) {
    return said.lastTime(fixedPart(key));
  }

  /** The longest run of the text that does not depend on what is filled in. */
  private String fixedPart(String key) {
    return Arrays.stream(say(key, GAPS).split(GAP))
        .max(Comparator.comparingInt(String::length))
        .orElse("");
  }
}
