package ai.therapysync.conversation.reply;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds telephone numbers in an answer that we did not give: a model may invent a line, and
 * somebody in need would call it.
 */
final class NumberCheck {
  private static final Pattern DIGITS = Pattern.compile("\\+?\\(?\\d[\\d ()./-]*\\d");
  private static final Pattern DATE_OR_TIME =
      Pattern.compile(
          "\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|(?:19|20)\\d\\d ?[-/] ?(?:(?:19|20)\\d\\d|\\d\\d)"
              + "|\\d{1,2}\\.\\d\\d ?- ?\\d{1,2}\\.\\d\\d");

  /** From so many digits on it is a telephone number wherever it stands. */
  private static final int LONG = 7;

  private static final int SHORT = 3;

  private final GuardBook book;

  NumberCheck(GuardBook book) {
    this.book = book;
  }

  /** The numbers that stand in a text, each as its digits. */
  static Set<String> in(String text) {
    return DIGITS
        .matcher(PlainText.of(text))
        .results()
        .map(found -> digits(found.group()))
        .collect(Collectors.toSet());
  }

  /** Whether the answer names a number that is not among the known ones. */
  boolean names(String answer, Set<String> known) {
    String plain = PlainText.of(answer);
    return DIGITS
        .matcher(plain)
        .results()
        .anyMatch(found -> isNumber(plain, found) && !known.contains(digits(found.group())));
  }

  private boolean isNumber(String plain, MatchResult found) {
    String written = found.group().strip();
    int digits = digits(written).length();
    if (digits < SHORT || DATE_OR_TIME.matcher(written).matches() || isCounting(written)) {
      return false;
    }
    return digits >= LONG || book.isAboutCalling(plain, found.start(), found.end());
  }

  /** "5 4 3 2 1", "4-7-8": breathing and counting, mostly of single digits. */
  private static boolean isCounting(String written) {
    String[] groups = written.split("[^0-9]+", -1);
    long single = Arrays.stream(groups).filter(group -> group.length() == 1).count();
    return single * 2 > groups.length;
  }

  private static String digits(String written) {
    return written.replaceAll("[^0-9]", "");
  }
}
