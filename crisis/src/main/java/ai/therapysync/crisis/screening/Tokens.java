package ai.therapysync.crisis.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A message as one or several languages read it, a row of known words: for each its number in the
 * vocabulary, its place in the text and the break before it.
 */
final class Tokens {
  static final int UNKNOWN = -1;

  /** What stands between two words. */
  static final byte JOINED = 0;

  static final byte COMMA = 1;

  /** Between clauses where words are single characters: no word reaches over it. */
  static final byte CLAUSE = 2;

  static final byte SENTENCE = 3;

  private static final String FULL_STOPS = ".!。！।";

  private static final java.util.regex.Pattern NUMBERED =
      java.util.regex.Pattern.compile("[0-9]{1,2} [^?？؟\\n]*(?:\\n|$)");

  private final String text;
  private final int languages;
  private int[] words;
  private int[] stems;
  private int[] starts;
  private int[] ends;
  private int[] sentences;
  private byte[] breaks;
  private int size;
  private int steps;
  private List<Span> gaps = new ArrayList<>();

  /** For these languages; about so many words are to come. */
  Tokens(String text, int languages, int expected) {
    this.text = text;
    this.languages = languages;
    int length = expected + 8;
    words = new int[length];
    stems = new int[length];
    starts = new int[length];
    ends = new int[length];
    sentences = new int[length];
    breaks = new byte[length];
  }

  /** The languages that read the text so, a bit each. */
  int languages() {
    return languages;
  }

  void add(int word, int stem, int start, int end, byte breakBefore) {
    if (size == words.length) {
      grow();
    }
    words[size] = word;
    stems[size] = stem;
    starts[size] = start;
    ends[size] = end;
    breaks[size] = breakBefore;
    sentences[size] = size == 0 ? 0 : sentences[size - 1] + (breakBefore == SENTENCE ? 1 : 0);
    size++;
  }

  private void grow() {
    int length = size * 2;
    words = Arrays.copyOf(words, length);
    stems = Arrays.copyOf(stems, length);
    starts = Arrays.copyOf(starts, length);
    ends = Arrays.copyOf(ends, length);
    sentences = Arrays.copyOf(sentences, length);
    breaks = Arrays.copyOf(breaks, length);
  }

  /** Counts one comparison of a pattern with this text. */
  void step() {
    steps++;
  }

  /** How much work patterns have had with this text. */
  int steps() {
    return steps;
  }

  /** Begins to note which words a pattern leaps over. */
  void forgetGaps() {
    if (!gaps.isEmpty()) {
      gaps = new ArrayList<>();
    }
  }

  /** The words of a gap in what was just found. */
  void gap(int from, int to) {
    if (to > from) {
      gaps.add(new Span(from, to));
    }
  }

  /** What the pattern that was found last has leapt over. */
  List<Span> gaps() {
    return gaps.isEmpty() ? List.of() : gaps;
  }

  int size() {
    return size;
  }

  int word(int at) {
    return words[at];
  }

  int stem(int at) {
    return stems[at];
  }

  int startOffset(int at) {
    return starts[at];
  }

  int endOffset(int at) {
    return ends[at];
  }

  int sentence(int at) {
    return sentences[at];
  }

  byte breakBefore(int at) {
    return breaks[at];
  }

  boolean is(int at, int symbol) {
    return words[at] == symbol || stems[at] == symbol;
  }

  /** Whether these words stand here, side by side. */
  boolean reads(int at, int[] phrase) {
    if (at < 0 || at + phrase.length > size) {
      return false;
    }
    for (int i = 0; i < phrase.length; i++) {
      if ((i > 0 && breaks[at + i] >= CLAUSE) || !is(at + i, phrase[i])) {
        return false;
      }
    }
    return true;
  }

  /** Whether a sentence begins at this place. */
  boolean startsSentence(int at) {
    return at == 0 || at >= size || breaks[at] == SENTENCE;
  }

  /** Whether two places are in one sentence. */
  boolean inOneSentence(int one, int other) {
    return sentences[one] == sentences[other];
  }

  /**
   * Whether the sentence at this place ends in a full stop, or is one of the numbered answers below
   * a question: then it asks nothing.
   */
  boolean isStatement(int at) {
    return endsInFullStop(at) || isNumbered(at);
  }

  private boolean isNumbered(int at) {
    int first = at;
    while (first > 0 && inOneSentence(at, first - 1)) {
      first--;
    }
    int line = text.lastIndexOf('\n', starts[first]) + 1;
    return line > 0 && NUMBERED.matcher(text).region(line, text.length()).lookingAt();
  }

  private boolean endsInFullStop(int at) {
    int last = at;
    while (last + 1 < size && inOneSentence(at, last + 1)) {
      last++;
    }
    int end = ends[last];
    return end < text.length() && FULL_STOPS.indexOf(text.charAt(end)) >= 0;
  }

  /** Whether a capitalised word stands here that no family knows: perhaps somebody's name. */
  boolean looksLikeAName(int at) {
    if (at < 0 || words[at] != UNKNOWN || ends[at] - starts[at] < 3) {
      return false;
    }
    String word = text.substring(starts[at], ends[at]);
    boolean adverb = word.endsWith("ly") || word.endsWith("ways") || word.endsWith("times");
    return !adverb
        && Character.isUpperCase(word.charAt(0))
        && word.substring(1).chars().allMatch(Character::isLowerCase);
  }

  /** Whether the verb here is of the third person or past: "wants", "took", "swallowed". */
  boolean saysWhatAnotherDoes(int at) {
    String verb = text.substring(starts[at], ends[at]);
    return verb.endsWith("s") || verb.endsWith("ed") || verb.equals("took") || verb.equals("cut");
  }

  /** The words as they were written. */
  String span(int from, int to) {
    return text.substring(starts[from], ends[Math.max(from, to - 1)]);
  }
}
