package ai.therapysync.conversation.reply;

import java.util.ArrayList;
import java.util.List;

/**
 * The tokens that a prompt may take. The most important part takes first, each no more than its
 * share; what comes last makes do with the rest.
 */
final class Budget {
  private int left;

  Budget(int tokens) {
    this.left = tokens;
  }

  /** For what must stand there in any case. */
  void spend(String text) {
    left -= Tokens.in(text);
  }

  /** The lines from the first on that fit. */
  List<String> take(List<String> lines, int share) {
    int may = Math.min(share, left);
    List<String> taken = new ArrayList<>();
    for (String line : lines) {
      int cost = Tokens.in(line) + 1;
      if (cost > may) {
        break;
      }
      may -= cost;
      left -= cost;
      taken.add(line);
    }
    return taken;
  }

  /** As many of the lines as all that is left allows. */
  List<String> takeRest(List<String> lines) {
    return take(lines, left);
  }
}
