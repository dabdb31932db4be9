package ai.therapysync.conversation.memory;

import java.text.Normalizer;
import java.util.Locale;

/** Tells whether two names are one that was written in two ways. */
final class Likeness {
  private static final int MOST_LETTERS = 2;

  private Likeness() {}

  /** Without accents and capitals. */
  static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("[\\u0300-\\u036f\\u064B-\\u0655\\u0670\\u0640]", "")
        .toLowerCase(Locale.ROOT);
  }

  /** "Rose" for "Rosa", "Jon" for "John": a letter or two, and no more than a third of the name. */
  static boolean isSlip(String one, String other) {
    String first = plain(one);
    String second = plain(other);
    int length = Math.max(first.length(), second.length());
    int most = Math.min(MOST_LETTERS, Math.max(1, length / 3));
    return distance(first, second) <= most && length > MOST_LETTERS;
  }

  private static int distance(String one, String other) {
    int[] before = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      before[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] now = new int[other.length() + 1];
      now[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int changed = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        now[j] = Math.min(changed, 1 + Math.min(before[j], now[j - 1]));
      }
      before = now;
    }
    return before[other.length()];
  }
}
