package ai.therapysync.conversation.reply;

import java.util.List;
import java.util.regex.Pattern;

/** Takes an answer apart into its sentences. */
final class Sentences {
  private static final Pattern END =
      Pattern.compile("(?<=[.!?\u3002\uFF01\uFF1F\u0964\u061F\u2026])(?![.\\d!?])|\\n");

  private Sentences() {}

  /** The sentences, each with its last mark. */
  static List<String> of(String text) {
    return END.splitAsStream(text).map(String::strip).filter(Wording::hasWords).toList();
  }

  /** Whether it asks something. */
  static boolean asks(String sentence) {
    return PlainText.of(sentence).contains("?");
  }
}
