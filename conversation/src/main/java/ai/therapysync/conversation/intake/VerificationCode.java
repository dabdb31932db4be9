package ai.therapysync.conversation.intake;

import java.util.Locale;
import java.util.regex.Pattern;

/** How a code is typed: people put spaces and hyphens into it, and do not mind its case. */
public final class VerificationCode {
  private static final int LONGEST = 64;
  private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{Pd}]+");

  /** One word with a digit in it, or several groups of digits. */
  private static final Pattern LIKELY =
      Pattern.compile("(?=.*\\p{Nd})(\\S{3,16}|[\\p{Nd}\\s\\p{Pd}]{3,20})");

  private VerificationCode() {}

  /** The code as it is compared. */
  public static String bare(String typed) {
    return BETWEEN.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
  }

  /** Whether a text may be a code at all: it is short and not empty. */
  static boolean mayBe(String text) {
    String bare = bare(text);
    return !bare.isEmpty() && bare.length() <= LONGEST;
  }

  /** Whether a text that is not the right code was meant as one: a greeting is no wrong try. */
  static boolean isAttempt(String text) {
    return LIKELY.matcher(text.strip()).matches();
  }
}
