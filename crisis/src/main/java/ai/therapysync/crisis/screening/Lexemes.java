package ai.therapysync.crisis.screening;

import java.util.Arrays;

/** The words of a text, folded but not yet understood: each language spells in its own way. */
final class Lexemes {
  private final String text;
  private String[] words = new String[64];
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private byte[] breaks = new byte[64];
  private int size;

  Lexemes(String text) {
    this.text = text;
  }

  void add(String word, int start, int end, byte breakBefore) {
    if (size == words.length) {
      grow();
    }
    words[size] = word;
    starts[size] = start;
    ends[size] = end;
    breaks[size] = breakBefore;
    size++;
  }

  private void grow() {
    int length = size * 2;
    words = Arrays.copyOf(words, length);
    starts = Arrays.copyOf(starts, length);
    ends = Arrays.copyOf(ends, length);
    breaks = Arrays.copyOf(breaks, length);
  }

  /** Drops all from this place on, to replace letters that were spelt out by their word. */
  void cutTo(int length) {
    size = length;
  }

  String text() {
    return text;
  }

  int size() {
    return size;
  }

  String word(int at) {
    return words[at];
  }

  int start(int at) {
    return starts[at];
  }

  int end(int at) {
    return ends[at];
  }

  byte breakBefore(int at) {
    return breaks[at];
  }
}
