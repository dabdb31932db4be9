package ai.therapysync.conversation.reply;

import ai.therapysync.crisis.language.Language;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells what a person's texts are about. */
public final class ThemeReader {
  private final Listener listener = new Listener();

  /** The themes, most often spoken of first; words of the lexicon such as {@code sleep}. */
  public List<String> read(List<String> texts, Language language) {
    Map<String, Integer> times = new LinkedHashMap<>();
    texts.forEach(text ->
        listener
            .hear(text, language)
            .themes()
            .forEach(theme -> times.merge(plain(theme), 1, Integer::sum)));
    return times.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Who mourns an animal mourns. */
  private static String plain(String theme) {
    return theme.equals("pet") ? "grief" : theme;
  }
}
