package ai.therapysync.crisis.screening;

import java.text.Normalizer;

/** Folds characters to the form in which words are compared: case, accents, look-alikes. */
final class Folding {
  private static final int ASCII = 0x80;
  private static final String LOOK_ALIKES = "аaеeоoрpсcуyхxіiѕsјjԁdһhαaοoιiνvκkτt";
  private static final String ARABIC = "أاإاآاٱاىيةهؤوئيکكیيںن";

  private Folding() {}

  /** Whether the character is not seen and not part of a word: zero width, joiners, accents. */
  static boolean isInvisible(int c) {
    if (c < ASCII) {
      return false;
    }
    return switch (Character.getType(c)) {
      case Character.FORMAT, Character.ENCLOSING_MARK, Character.SURROGATE -> true;
      case Character.NON_SPACING_MARK -> !isIndic(c) || c == 0x093C;
      case Character.MODIFIER_LETTER -> c == 0x0640;
      default -> c == 0x00AD || c == 0x034F;
    };
  }

  private static boolean isIndic(int c) {
    return c >= 0x0900 && c <= 0x0DFF;
  }

  /** Whether it is a letter, a digit or a vowel sign that belongs to a word. */
  static boolean isWordPart(int c) {
    return Character.isLetterOrDigit(c)
        || (isIndic(c) && Character.getType(c) != Character.OTHER_PUNCTUATION);
  }

  /** Whether it is a word by itself, as in Chinese. */
  static boolean isIdeograph(int c) {
    return c >= 0x2E80 && Character.isIdeographic(c);
  }

  static boolean isApostrophe(int c) {
    return c == '\'' || c == '’' || c == '‘' || c == '`' || c == '´' || c == 'ʼ' || c == '＇';
  }

  /** Appends the folded form of a visible word part. */
  static void append(int c, StringBuilder out) {
    if (c < ASCII) {
      out.append((char) Character.toLowerCase(c));
      return;
    }
    if (c == 'ß') {
      out.append("ss");
      return;
    }
    if (isDevanagari(c)) {
      out.append(devanagari((char) c));
      return;
    }
    int pair = c < 0x10000 ? indexOfPair(c) : -1;
    if (pair > 0) {
      out.append((char) pair);
      return;
    }
    appendDecomposed(c, out);
  }

  private static boolean isDevanagari(int c) {
    return c >= 0x0900 && c <= 0x097F;
  }

  /** Candrabindu as anusvara, and letters with the dot below without it, as people write them. */
  private static char devanagari(char c) {
    if (c == 0x0901) {
      return 0x0902;
    }
    boolean dotted = (c >= 0x0958 && c <= 0x095F) || c == 0x0929 || c == 0x0931 || c == 0x0934;
    return dotted ? Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD).charAt(0) : c;
  }

  private static int indexOfPair(int c) {
    String table = c >= 0x0600 && c <= 0x06FF ? ARABIC : LOOK_ALIKES;
    int lower = Character.toLowerCase(c);
    for (int i = 0; i < table.length(); i += 2) {
      if (table.charAt(i) == lower) {
        return table.charAt(i + 1);
      }
    }
    return -1;
  }

  private static void appendDecomposed(int c, StringBuilder out) {
    if (isIdeograph(c) || isIndic(c)) {
      out.appendCodePoint(c);
      return;
    }
    String parts = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
    for (int i = 0; i < parts.length(); ) {
      int part = parts.codePointAt(i);
      i += Character.charCount(part);
      if (isWordPart(part)) {
        out.appendCodePoint(Character.toLowerCase(part));
      }
    }
  }

  /** Folds a whole word of a data file; apostrophes are kept as {@code '}. */
  static String fold(String word) {
    StringBuilder out = new StringBuilder();
    word.codePoints()
        .filter(c -> !isInvisible(c))
        .forEach(c -> {
          if (isApostrophe(c)) {
            out.append('\'');
          } else if (isWordPart(c)) {
            append(c, out);
          } else {
            out.appendCodePoint(c);
          }
        });
    return out.toString();
  }
}
