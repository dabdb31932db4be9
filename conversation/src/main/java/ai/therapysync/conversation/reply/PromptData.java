package ai.therapysync.conversation.reply;

import java.util.List;
import java.util.regex.Pattern;

/** Other people's words inside a prompt: marked as data, in marks that they can't close. */
public final class PromptData {
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}&&[^\\u200C\\u200D]]");
  private static final Pattern GAP = Pattern.compile("[\\p{Cc}\\p{Z}]+");
  private static final Pattern OPENS = Pattern.compile("[<\\uFF1C\\uFE64]");
  private static final Pattern CLOSES = Pattern.compile("[>\\uFF1E\\uFE65]");

  private PromptData() {}

  /**
   * The text as one line without marks of ours and without letters that nobody sees, no longer than
   * so many tokens.
   */
  public static String line(String text, int tokens) {
    String seen = GAP.matcher(UNSEEN.matcher(text).replaceAll("")).replaceAll(" ").strip();
    String open = CLOSES.matcher(OPENS.matcher(seen).replaceAll("\u2039")).replaceAll("\u203A");
    return Tokens.cut(open, tokens);
  }

  /** A line of the talk, marked with who says it. */
  public static String said(String speaker, String text, int tokens) {
    return "<" + speaker + ">" + line(text, tokens) + "</" + speaker.split(" ", 2)[0] + ">";
  }

  /** Lines between two marks. */
  public static String block(String mark, List<String> lines) {
    return "<" + mark + ">\n" + String.join("\n", lines) + "\n</" + mark + ">";
  }
}
