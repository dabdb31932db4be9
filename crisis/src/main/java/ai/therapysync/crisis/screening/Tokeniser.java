package ai.therapysync.crisis.screening;

/** Splits a text into words, in one pass; of a very long text its beginning and its end. */
final class Tokeniser {
  /** Characters read at each end of a text; what a person in danger writes stands there. */
  static final int LONGEST_PART = 3_000;

  private static final int LONGEST_WORD = 64;
  private static final int SPELT_OUT = 3;

  private final Vocabulary vocabulary;
  private final String text;
  private final Lexemes lexemes;
  private final StringBuilder word = new StringBuilder();
  private int wordStart;
  private int wordEnd;
  private byte pending = Tokens.JOINED;
  private int letterRun;
  private int speltEnd;
  private final StringBuilder spelt = new StringBuilder();

  private Tokeniser(Vocabulary vocabulary, String text) {
    this.vocabulary = vocabulary;
    this.text = text;
    this.lexemes = new Lexemes(text);
  }

  static Lexemes read(Vocabulary vocabulary, String text) {
    Tokeniser tokeniser = new Tokeniser(vocabulary, text);
    if (text.length() <= 2 * LONGEST_PART) {
      tokeniser.readPart(0, text.length());
    } else {
      tokeniser.readPart(0, LONGEST_PART);
      tokeniser.pending = Tokens.SENTENCE;
      tokeniser.readPart(text.length() - LONGEST_PART, text.length());
    }
    return tokeniser.lexemes;
  }

  private void readPart(int from, int to) {
    for (int at = from; at < to; ) {
      int c = text.codePointAt(at);
      int next = Math.min(at + Character.charCount(c), to);
      if (!Folding.isInvisible(c)) {
        take(c, at, next);
      }
      at = next;
    }
    endWord();
    endSpelling();
  }

  private void take(int c, int at, int next) {
    if (Folding.isIdeograph(c)) {
      endWord();
      addSign(c, at, next);
    } else if (Folding.isWordPart(c)) {
      startWordAt(at);
      Folding.append(c, word);
      wordEnd = next;
      if (word.length() > LONGEST_WORD) {
        endWord();
      }
    } else if (isInsideWord(c, next)) {
      word.append(Folding.isApostrophe(c) ? '\'' : (char) c);
      wordEnd = next;
    } else {
      endWord();
      separate(c, at, next);
    }
  }

  private boolean isInsideWord(int c, int next) {
    if (word.isEmpty() || next >= text.length()) {
      return false;
    }
    if (c == '*' || c == '#') {
      return true;
    }
    boolean letterFollows = Character.isLetter(text.charAt(next));
    return letterFollows && (Folding.isApostrophe(c) || c == '@' || c == '$' || c == '!');
  }

  private void startWordAt(int at) {
    if (word.isEmpty()) {
      wordStart = at;
    }
  }

  private void separate(int c, int at, int next) {
    switch (c) {
      case ' ', '\t', '\u00A0', '\u3000', '-', '_', '/' -> {}
      case '.' ->
          breakBy(
              next < text.length() && text.charAt(next) > ' ' && letterRun > 0
                  ? Tokens.JOINED
                  : Tokens.SENTENCE);
      case '!', '?', '…', '。', '！', '？', '؟', '।', ';', '；', '\n', '\r' -> breakBy(Tokens.SENTENCE);
      case '，', '、' -> breakBy(Tokens.CLAUSE);
      case ',', '،', ':', '：', '(', ')', '"', '“', '”', '«', '»' -> breakBy(Tokens.COMMA);
      default -> {
        if (c > 0x2000) {
          addSign(c, at, next);
        }
      }
    }
  }

  private void breakBy(byte kind) {
    pending = (byte) Math.max(pending, kind);
  }

  private void addSign(int c, int at, int next) {
    endSpelling();
    String sign = Character.toString(c);
    if (Folding.isIdeograph(c) || vocabulary.knows(sign)) {
      add(sign, at, next);
    }
  }

  private void endWord() {
    if (word.isEmpty()) {
      return;
    }
    String folded = word.toString();
    word.setLength(0);
    noteSpelling(folded);
    add(folded, wordStart, wordEnd);
  }

  private void add(String folded, int start, int end) {
    lexemes.add(folded, start, end, pending);
    pending = Tokens.JOINED;
  }

  /** Remembers single letters in a row: {@code d i e}, {@code s.u.i.c.i.d.e}. */
  private void noteSpelling(String folded) {
    if (folded.length() == 1 && Character.isLetter(folded.charAt(0))) {
      letterRun++;
      speltEnd = wordEnd;
      spelt.append(folded);
    } else {
      endSpelling();
    }
  }

  private void endSpelling() {
    int letters = letterRun;
    String joined = spelt.toString();
    letterRun = 0;
    spelt.setLength(0);
    if (letters < SPELT_OUT || letters > LONGEST_WORD || lexemes.size() < letters) {
      return;
    }
    if (vocabulary.knows(joined)) {
      replaceFrom(lexemes.size() - letters, joined);
    }
  }

  private void replaceFrom(int first, String joined) {
    int start = lexemes.start(first);
    byte before = lexemes.breakBefore(first);
    byte after = pending;
    lexemes.cutTo(first);
    pending = before;
    add(joined, start, speltEnd);
    pending = after;
  }
}
