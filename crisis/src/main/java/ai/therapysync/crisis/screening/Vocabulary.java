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

  /** Spellings that lead to one another, across languages: {@code sucide}, suicide, se suicider. */
  private static final int MOST_STEPS = 3;

  private final Map<String, Integer> words = new HashMap<>();
  private final Map<String, Integer> stems = new HashMap<>();
  private final Map<String, List<String>> spellings = new HashMap<>();
  private final Map<String, int[]> rewritten = new HashMap<>();
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

  void rewrite(String folded, List<String> as) {
    spellings.put(folded, as);
  }

  /** Once all spellings are read: one that leads to another one leads where that one does. */
  void settleSpellings() {
    spellings
        .keySet()
        .forEach(word ->
            rewritten.put(word, settled(word, MOST_STEPS).mapToInt(this::intern).toArray()));
  }

  private Stream<String> settled(String word, int steps) {
    List<String> as = spellings.getOrDefault(word, List.of(word));
    return steps == 0 || as.equals(List.of(word))
        ? Stream.of(word)
        : as.stream().flatMap(part -> settled(part, steps - 1));
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

  boolean isRewritten(String folded) {
    return rewritten.containsKey(folded);
  }

  /** The word numbers of a folded word, also if it is misspelt on purpose; empty if unknown. */
  int[] read(String word) {
    int[] plain = plainly(word);
    if (plain.length > 0) {
      return plain;
    }
    String bare = word.indexOf('\'') >= 0 ? word.replace("'", "") : word;
    int[] found = word.endsWith("'s") ? withIs(word) : plainly(bare);
    if (found.length == 0) {
      found = squeezed(bare);
    }
    if (found.length == 0) {
      found = unmasked(bare);
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
    int[] other = rewritten.get(word);
    if (other != null) {
      return other;
    }
    Integer symbol = words.get(word);
    return symbol == null ? new int[0] : new int[] {symbol};
  }

  private int[] withIs(String word) {
    int[] owner = plainly(word.substring(0, word.length() - 2));
    if (owner.length == 0) {
      return owner;
    }
    int[] both = Arrays.copyOf(owner, owner.length + 1);
    both[owner.length] = words.getOrDefault("is", Tokens.UNKNOWN);
    return both;
  }

  private int[] squeezed(String word) {
    String twice = Spelling.squeeze(word, 2);
    if (Spelling.squeeze(word, 1).equals(word)) {
      return new int[0];
    }
    int[] found = plainly(twice);
    return found.length > 0 ? found : plainly(Spelling.squeeze(word, 1));
  }

  private int[] unmasked(String word) {
    if (!Spelling.isDisguised(word)) {
      return new int[0];
    }
    int[] found = plainly(Spelling.unleet(word));
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
