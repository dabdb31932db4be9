package ai.therapysync.conversation.reply;

import ai.therapysync.conversation.delivery.Gsm;
import java.util.regex.Pattern;

/**
 * Makes a model's text one that a telephone shows as it is: no markup, nothing that nobody sees.
 */
final class Tidy {
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}&&[^\\n\\t\\u200C\\u200D]]");
  private static final Pattern MARKUP = Pattern.compile("\\*\\*|__|`|(?m:^#{1,6} +)");
  private static final Pattern GAPS = Pattern.compile("\\h+");
  private static final Pattern BLANK_LINES = Pattern.compile("\\s*\\n\\s*\\n\\s*");
  private static final Pattern QUOTED = Pattern.compile("(?s)\"([^\"]*)\"");

  private Tidy() {}

  static String of(String text) {
    String seen = UNSEEN.matcher(text).replaceAll("");
    String plain = Gsm.plain(MARKUP.matcher(seen).replaceAll(""));
    String even = GAPS.matcher(BLANK_LINES.matcher(plain).replaceAll("\n")).replaceAll(" ");
    return QUOTED.matcher(even.strip()).replaceFirst("$1").strip();
  }
}
