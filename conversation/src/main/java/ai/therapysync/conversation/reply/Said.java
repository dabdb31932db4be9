package ai.therapysync.conversation.reply;

import ai.therapysync.crisis.risk.Utterance;
import ai.therapysync.crisis.risk.Utterance.Speaker;
import java.util.List;

/** What was said before, seen from our side: it is all the state that a conversation has. */
final class Said {
  private final List<String> ours;
  private final List<String> theirs;

  Said(List<Utterance> history) {
    ours = by(history, Speaker.GATEWAY).stream().map(Wording::words).toList();
    theirs = by(history, Speaker.PERSON);
  }

  private static List<String> by(List<Utterance> history, Speaker speaker) {
    return history.stream()
        .filter(utterance -> utterance.speaker() == speaker)
        .map(Utterance::text)
        .toList();
  }

  /** How many answers we have given. */
  int turns() {
    return ours.size();
  }

  /** Whether we have said it, or what it begins and ends with. */
  boolean has(String text) {
    return lastTime(text) >= 0;
  }

  /** The place of the last answer in which we said it; -1 when we never did. */
  int lastTime(String text) {
    String words = Wording.words(text);
    for (int i = ours.size() - 1; i >= 0; i--) {
      if (!words.isBlank() && ours.get(i).contains(words)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether our last answer contains it. */
  boolean endedWith(String text) {
    return !ours.isEmpty() && lastTime(text) == ours.size() - 1;
  }

  /** The person's last few texts, newest first. */
  List<String> theirLast(int count) {
    return theirs.reversed().stream().limit(count).toList();
  }
}
