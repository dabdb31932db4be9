package ai.therapysync.conversation.reply;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds in an answer what we told the model: long runs of the same words, and our marks. */
final class LeakCheck {
  /** So many letters in a row are no coincidence: seven or eight words. */
  private static final int RUN = 40;

  private static final Pattern MARK =
      Pattern.compile("</?(?:data|talk|waiting|person|you)\\b", Pattern.CASE_INSENSITIVE);

  private LeakCheck() {}

  /** The person's memories and goals may come back; what we wrote may not. */
  static boolean leaks(String answer, Prompt prompt) {
    if (MARK.matcher(answer).find()) {
      return true;
    }
    String said = letters(answer);
    Set<String> told = new HashSet<>();
    prompt.sections().stream()
        .filter(Prompt.Section::ours)
        .map(section -> letters(section.title() + " " + section.text()))
        .forEach(text -> runs(text, told));
    Set<String> runs = new HashSet<>();
    runs(said, runs);
    return runs.stream().anyMatch(told::contains);
  }

  private static void runs(String letters, Set<String> runs) {
    for (int i = 0; i + RUN <= letters.length(); i++) {
      runs.add(letters.substring(i, i + RUN));
    }
  }

  private static String letters(String text) {
    return Wording.words(text).replace(" ", "");
  }
}
