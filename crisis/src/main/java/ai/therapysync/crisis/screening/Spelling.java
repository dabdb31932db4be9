package ai.therapysync.crisis.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Undoes what people do to words: stretching, leetspeak, masking, missing spaces. */
final class Spelling {
  private static final String LEET = "0o1i3e4a5s7t8b@a$s!i|l";

  private Spelling() {}

  /** Shortens runs of one letter to at most {@code most}. */
  static String squeeze(String word, int most) {
    StringBuilder out = new StringBuilder(word.length());
    int run = 0;
    for (int i = 0; i < word.length(); i++) {
      run = i > 0 && word.charAt(i) == word.charAt(i - 1) ? run + 1 : 1;
      if (run <= most) {
        out.append(word.charAt(i));
      }
    }
    return out.toString();
  }

  /** Whether letters stand beside digits or signs that may stand for letters. */
  static boolean isDisguised(String word) {
    boolean letter = false;
    boolean other = false;
    for (int i = 0; i < word.length(); i++) {
      boolean isLetter = Character.isLetter(word.charAt(i));
      letter |= isLetter;
      other |= !isLetter;
    }
    return letter && other;
  }

  static String unleet(String word) {
    StringBuilder out = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      int at = LEET.indexOf(word.charAt(i));
      out.append(at >= 0 && at % 2 == 0 ? LEET.charAt(at + 1) : word.charAt(i));
    }
    return out.toString();
  }

  /** Whether the masked word ({@code k*ll}) may be the plain one: all letters shown agree. */
  static boolean isMaskOf(String masked, String plain) {
    if (masked.length() != plain.length() || masked.charAt(0) != plain.charAt(0)) {
      return false;
    }
    int shown = 0;
    for (int i = 0; i < masked.length(); i++) {
      char c = masked.charAt(i);
      if (c == plain.charAt(i)) {
        shown++;
      } else if (c != '*' && c != '#' && c != '_') {
        return false;
      }
    }
    return shown >= 2 && shown * 2 >= plain.length();
  }

  /** Whether one letter more, less, other, or two swapped make one word of the other. */
  static boolean isOneSlipFrom(String word, String plain) {
    int shorter = Math.min(word.length(), plain.length());
    if (Math.abs(word.length() - plain.length()) > 1) {
      return false;
    }
    int at = 0;
    while (at < shorter && word.charAt(at) == plain.charAt(at)) {
      at++;
    }
    String rest = word.substring(at);
    String wanted = plain.substring(at);
    return tail(rest, 1).equals(tail(wanted, 1))
        || tail(rest, 1).equals(wanted)
        || rest.equals(tail(wanted, 1))
        || isSwapped(rest, wanted);
  }

  private static boolean isSwapped(String one, String other) {
    return one.length() > 1
        && one.length() == other.length()
        && one.charAt(0) == other.charAt(1)
        && one.charAt(1) == other.charAt(0)
        && tail(one, 2).equals(tail(other, 2));
  }

  private static String tail(String word, int from) {
    return word.substring(Math.min(from, word.length()));
  }

  /** Splits a word into known ones, the longest first. */
  static Optional<List<String>> split(String word, Set<String> known) {
    int length = word.length();
    int[] from = new int[length + 1];
    java.util.Arrays.fill(from, -1);
    from[0] = 0;
    for (int end = 1; end <= length; end++) {
      for (int start = Math.max(0, end - 14); start < end && from[end] < 0; start++) {
        boolean tooShort = end - start < 2 && word.charAt(start) != 'i';
        if (from[start] >= 0 && !tooShort && known.contains(word.substring(start, end))) {
          from[end] = start;
        }
      }
    }
    return from[length] < 0 ? Optional.empty() : Optional.of(parts(word, from));
  }

  private static List<String> parts(String word, int[] from) {
    List<String> parts = new ArrayList<>();
    for (int end = word.length(); end > 0; end = from[end]) {
      parts.addFirst(word.substring(from[end], end));
    }
    return parts;
  }
}
