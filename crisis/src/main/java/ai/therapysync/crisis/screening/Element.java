package ai.therapysync.crisis.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One place of a pattern. */
sealed interface Element {
  /** Up to this many other words, within the sentence. */
  record Gap(int most) implements Element {}

  /** The beginning of the message, or of a sentence. */
  record Start(boolean message) implements Element {}

  /** The end of the message, or of a sentence. */
  record End(boolean message) implements Element {}

  /** None of these words stands here. */
  record Not(Words words) implements Element {}

  /** None of these words stands in the sentence, near what was found. */
  record Unless(Words words) implements Element {}

  /** One of several words or phrases. */
  final class Words implements Element {
    private final boolean optional;
    private final boolean orEnd;
    private final List<int[]> phrases;
    private final int[] firstKeys;
    private final int[][][] byFirst;
    private final int[] lastKeys;
    private final int[][][] byLast;

    Words(List<int[]> phrases, boolean optional, boolean orEnd) {
      this.optional = optional;
      this.orEnd = orEnd;
      this.phrases = List.copyOf(phrases);
      TreeMap<Integer, List<int[]>> firsts = new TreeMap<>();
      TreeMap<Integer, List<int[]>> lasts = new TreeMap<>();
      for (int[] phrase : phrases) {
        firsts.computeIfAbsent(phrase[0], k -> new ArrayList<>()).add(phrase);
        lasts.computeIfAbsent(phrase[phrase.length - 1], k -> new ArrayList<>()).add(phrase);
      }
      firstKeys = keys(firsts);
      byFirst = values(firsts);
      lastKeys = keys(lasts);
      byLast = values(lasts);
    }

    boolean isOptional() {
      return optional;
    }

    /** Whether the end of the sentence does as well. */
    boolean isOrEnd() {
      return orEnd;
    }

    List<int[]> phrases() {
      return phrases;
    }

    /** The phrases that begin with this word. */
    int[][] beginningWith(int symbol) {
      return find(firstKeys, byFirst, symbol);
    }

    /** The phrases that end with this word. */
    int[][] endingWith(int symbol) {
      return find(lastKeys, byLast, symbol);
    }

    private static final int[][] NONE = {};

    private static int[][] find(int[] keys, int[][][] values, int symbol) {
      int at = symbol < 0 ? -1 : java.util.Arrays.binarySearch(keys, symbol);
      return at < 0 ? NONE : values[at];
    }

    private static int[] keys(Map<Integer, List<int[]>> map) {
      return map.keySet().stream().mapToInt(Integer::intValue).toArray();
    }

    private static int[][][] values(Map<Integer, List<int[]>> map) {
      return map.values().stream().map(l -> l.toArray(new int[0][])).toArray(int[][][]::new);
    }
  }
}
