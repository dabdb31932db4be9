package ai.therapysync.conversation.reply;

import java.util.Optional;

/** Makes what a row says a part of our own sentence. */
final class Quotation {
  private static final int LONGEST = 110;

  private Quotation() {}

  /** One line without questions and quotes; empty when nothing is left, or too much. */
  static Optional<String> of(String written) {
    String line = line(written);
    return Optional.of(line)
        .filter(Wording::hasWords)
        .filter(words -> Wording.length(words) <= LONGEST);
  }

  /** The same, however long it is. */
  static String line(String text) {
    return text.replaceAll("[\\p{Cntrl}\\s]+", " ")
        .replaceAll("[\"?\u00BF\u201C\u201D\uFF1F\u061F]", "")
        .strip()
        .replaceAll("[.!;,\u3002\uFF01\uFF1B\uFF0C\u0964\u060C\u061B]+$", "");
  }
}
