package ai.therapysync.crisis.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The words that families speak of, and the many ways in which people write them. */
final class Vocabulary {
  private static final int SHORTEST_STEM = 2;
  private static final int SHORTEST_SLIP = 5;

  /** Spellings that lead to one another: {@code myselfs}, mself, myself. */
  private static final int MOST_STEPS = 3;

  private final Map<String, Integer> words = new HashMap<>();
  private final Map<String, Integer> stems = new HashMap<>();
  private final Map<Integer, Map<String, List<String>>> spellings = new HashMap<>();

  /** By language, a bit each. */
  private final Map<Integer, Map<String, int[]>> rewritten = new HashMap<>();

  /** The languages that write a word in another way. */
  private final Map<String, Integer> rewriting = new HashMap<>();

  private final List<String> masked = new ArrayList<>();
  private final List<String> glue = new ArrayList<>();
  private final Map<Character, List<String>> near = new HashMap<>();
  private int symbols;

  /** The number of a word of the data files. */
  int intern(String folded) {
    return words.computeIfAbsent(folded, w -> symbols++);
  }

  int internStem(String folded) {
    return stems.computeIfAbsent(folded, w -> symbols++);
  }

  /** In this language, the word is another spelling of those. */
  void rewrite(int language, String folded, List<String> as) {
    spellings.computeIfAbsent(language, l -> new HashMap<>()).put(folded, as);
    rewriting.merge(folded, language, (a, b) -> a | b);
  }

  /** Once all spellings are read: one that leads to another one leads where that one does. */
  void settleSpellings() {
    spellings.forEach((language, words) -> {
      Map<String, int[]> settled = new HashMap<>();
      words
          .keySet()
          .forEach(word ->
              settled.put(word, settled(words, word, MOST_STEPS).mapToInt(this::intern).toArray()));
      rewritten.put(language, settled);
    });
  }

  private static Stream<String> settled(Map<String, List<String>> all, String word, int steps) {
    List<String> as = all.getOrDefault(word, List.of(word));
    return steps == 0 || as.equals(List.of(word))
        ? Stream.of(word)
        : as.stream().flatMap(part -> settled(all, part, steps - 1));
  }

  void mask(String folded) {
    masked.add(folded);
  }

  void glue(String folded) {
    glue.add(folded);
  }

  /** A word that is also recognised with one slip of the finger after its first letter. */
  void near(String folded) {
    near.computeIfAbsent(folded.charAt(0), c -> new ArrayList<>()).add(folded);
  }

  int symbols() {
    return symbols;
  }

  boolean isRewritten(int language, String folded) {
    return (rewriting.getOrDefault(folded, 0) & language) != 0;
  }

  /** The languages, a bit each, that read this word in a way of their own. */
  int languagesThatRewrite(String word) {
    int languages = rewriting.getOrDefault(word, 0);
    boolean odd = false;
    for (int i = 0; i < word.length() && !odd; i++) {
      char c = word.charAt(i);
      odd = !Character.isLetter(c) || (i > 0 && c == word.charAt(i - 1));
    }
    if (odd) {
      String bare = word.replace("'", "");
      languages |= rewriting.getOrDefault(bare, 0);
      languages |= rewriting.getOrDefault(Spelling.squeeze(bare, 2), 0);
      languages |= rewriting.getOrDefault(Spelling.squeeze(bare, 1), 0);
      languages |= rewriting.getOrDefault(Spelling.unleet(bare), 0);
      if (word.endsWith("'s")) {
        languages |= rewriting.getOrDefault(word.substring(0, word.length() - 2), 0);
      }
    }
    return languages;
  }

  /** Whether some language has the word. */
  boolean knows(String word) {
    return read(word).length > 0 || languagesThatRewrite(word) != 0;
  }

  /** The word numbers of a folded word, also if it is misspelt on purpose; empty if unknown. */
  int[] read(String word) {
    return read(word, Map.of());
  }

  /** The same with the spellings of one language. */
  int[] read(String word, int language) {
    return read(word, rewritten.getOrDefault(language, Map.of()));
  }

  private int[] read(String word, Map<String, int[]> spelt) {
    int[] plain = plainly(word, spelt);
    if (plain.length > 0) {
      return plain;
    }
    String bare = word.indexOf('\'') >= 0 ? word.replace("'", "") : word;
    int[] found = word.endsWith("'s") ? withIs(word, spelt) : plainly(bare, spelt);
    if (found.length == 0) {
      found = squeezed(bare, spelt);
    }
    if (found.length == 0) {
      found = unmasked(bare, spelt);
    }
    if (found.length == 0) {
      found = unglued(bare);
    }
    return found.length == 0 ? slipped(bare) : found;
  }

  private int[] slipped(String word) {
    if (word.length() < SHORTEST_SLIP) {
      return new int[0];
    }
    for (String plain : near.getOrDefault(word.charAt(0), List.of())) {
      if (Spelling.isOneSlipFrom(word, plain)) {
        return plainly(plain);
      }
    }
    return new int[0];
  }

  private int[] plainly(String word) {
    return plainly(word, Map.of());
  }

  private int[] plainly(String word, Map<String, int[]> spelt) {
    int[] other = spelt.get(word);
    if (other != null) {
      return other;
    }
    Integer symbol = words.get(word);
    return symbol == null ? new int[0] : new int[] {symbol};
  }

  private int[] withIs(String word, Map<String, int[]> spelt) {
    int[] owner = plainly(word.substring(0, word.length() - 2), spelt);
    if (owner.length == 0) {
      return owner;
    }
    int[] both = Arrays.copyOf(owner, owner.length + 1);
    both[owner.length] = words.getOrDefault("is", Tokens.UNKNOWN);
    return both;
  }

  private int[] squeezed(String word, Map<String, int[]> spelt) {
    String twice = Spelling.squeeze(word, 2);
    if (Spelling.squeeze(word, 1).equals(word)) {
      return new int[0];
    }
    int[] found = plainly(twice, spelt);
    return found.length > 0 ? found : plainly(Spelling.squeeze(word, 1), spelt);
  }

  private int[] unmasked(String word, Map<String, int[]> spelt) {
    if (!Spelling.isDisguised(word)) {
      return new int[0];
    }
    int[] found = plainly(Spelling.unleet(word), spelt);
    if (found.length > 0) {
      return found;
    }
    for (String candidate : masked) {
      if (Spelling.isMaskOf(word, candidate)) {
        return plainly(candidate);
      }
    }
    return found;
  }

  /** Words written without spaces, only those that hold a word of danger. */
  private int[] unglued(String word) {
    if (word.length() < 7 || word.length() > 60 || glue.stream().noneMatch(word::contains)) {
      return new int[0];
    }
    return Spelling.split(word, words.keySet())
        .map(parts -> parts.stream().flatMapToInt(p -> Arrays.stream(plainly(p))).toArray())
        .orElse(new int[0]);
  }

  /** The number of the longest known stem with which the word begins. */
  int stem(String word) {
    for (int length = Math.min(word.length(), 14); length >= SHORTEST_STEM; length--) {
      Integer symbol = stems.get(word.substring(0, length));
      if (symbol != null) {
        return symbol;
      }
    }
    return Tokens.UNKNOWN;
  }
}
