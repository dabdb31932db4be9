package ai.therapysync.crisis.screening;

import java.util.ArrayList;
import java.util.List;

/**
 * A text as each language reads it: "main" is "in" for nobody but a writer of Hindi in Latin
 * letters. Languages to which all words are plain share one rendition.
 */
final class Renditions {
  private static final int[] UNKNOWN = {Tokens.UNKNOWN};

  private final Vocabulary vocabulary;
  private final Lexemes lexemes;
  private final int[][] plain;
  private final int[] stems;
  private final int[] spelling;

  private Renditions(Vocabulary vocabulary, Lexemes lexemes) {
    this.vocabulary = vocabulary;
    this.lexemes = lexemes;
    int size = lexemes.size();
    plain = new int[size][];
    stems = new int[size];
    spelling = new int[size];
    for (int i = 0; i < size; i++) {
      String word = lexemes.word(i);
      plain[i] = vocabulary.read(word);
      stems[i] = vocabulary.stem(word);
      spelling[i] = vocabulary.languagesThatRewrite(word);
    }
  }

  /** The renditions of a text, for all of these languages together. */
  static List<Tokens> of(Vocabulary vocabulary, Lexemes lexemes, int languages) {
    Renditions text = new Renditions(vocabulary, lexemes);
    int special = 0;
    for (int mask : text.spelling) {
      special |= mask;
    }
    List<Tokens> renditions = new ArrayList<>();
    if ((languages & ~special) != 0) {
      renditions.add(text.tokens(languages & ~special));
    }
    for (int left = special; left != 0; left &= left - 1) {
      renditions.add(text.tokens(Integer.lowestOneBit(left)));
    }
    return renditions;
  }

  private Tokens tokens(int languages) {
    Tokens tokens = new Tokens(lexemes.text(), languages, lexemes.size());
    for (int i = 0; i < lexemes.size(); i++) {
      boolean own = (spelling[i] & languages) != 0;
      add(tokens, i, own ? vocabulary.read(lexemes.word(i), languages) : plain[i]);
    }
    return tokens;
  }

  private void add(Tokens tokens, int at, int[] read) {
    int[] known = read.length == 0 ? UNKNOWN : read;
    int start = lexemes.start(at);
    int end = lexemes.end(at);
    for (int i = 0; i < known.length; i++) {
      int stem = known.length == 1 ? stems[at] : Tokens.UNKNOWN;
      tokens.add(known[i], stem, start, end, i == 0 ? lexemes.breakBefore(at) : Tokens.JOINED);
    }
  }
}
