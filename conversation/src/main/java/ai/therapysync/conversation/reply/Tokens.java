package ai.therapysync.conversation.reply;

/**
 * How many tokens a text is, near enough and rather too many than too few: every model counts in
 * its own way. Plain Latin letters make three and a half to a token, others one each, and what lies
 * beyond (emoji) three tokens each.
 */
final class Tokens {
  private static final int UNIT = 7;

  private Tokens() {}

  static int in(String text) {
    int units = text.codePoints().map(Tokens::units).sum();
    return (units + UNIT - 1) / UNIT;
  }

  /** The text, or its beginning and its end where it is longer than that. */
  static String cut(String text, int tokens) {
    if (in(text) <= tokens) {
      return text;
    }
    int half = Math.max(1, tokens / 2 - 2);
    int[] letters = text.codePoints().toArray();
    int begin = fitting(letters, half, 0, 1);
    int end = fitting(letters, half, letters.length - 1, -1);
    return new String(letters, 0, begin)
        + " [...] "
        + new String(letters, letters.length - end, end);
  }

  /** How many letters from there on are so many tokens. */
  private static int fitting(int[] letters, int tokens, int from, int step) {
    int left = tokens * UNIT;
    int count = 0;
    for (int i = from; i >= 0 && i < letters.length; i += step) {
      left -= units(letters[i]);
      if (left < 0) {
        break;
      }
      count++;
    }
    return count;
  }

  private static int units(int letter) {
    if (letter < 0x80) {
      return 2;
    }
    return letter < 0x10000 ? UNIT : 3 * UNIT;
  }
}
