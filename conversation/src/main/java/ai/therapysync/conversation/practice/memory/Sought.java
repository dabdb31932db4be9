package ai.therapysync.conversation.practice.memory;

import ai.therapysync.conversation.memory.Remembering;
import ai.therapysync.conversation.occasion.Occasion;
import ai.therapysync.conversation.occasion.Remembered.Entry;
import ai.therapysync.crisis.language.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Finds the memories that a person means by a few words: "my sister", "what I said about work". */
final class Sought {
  private static final int STEM = 4;

  private final Remembering remembering;

  Sought(Remembering remembering) {
    this.remembering = remembering;
  }

  List<Entry> find(Occasion occasion, String words) {
    Language language = occasion.language();
    return MemoryList.entries(occasion.work().remembered()).stream()
        .filter(entry -> isMeant(entry, words, language))
        .toList();
  }

  private boolean isMeant(Entry entry, String words, Language language) {
    String text = plain(entry.memory().title() + " " + entry.memory().content());
    if (language == Language.CHINESE) {
      String bare = plain(words).replaceAll("我的|我|关于|的事情?$", "").strip();
      return !bare.isEmpty() && text.contains(bare);
    }
    List<String> all = Arrays.stream(plain(words).split(" ")).filter(it -> !it.isEmpty()).toList();
    List<String> telling =
        all.stream().filter(word -> turned(word, language).equals(word)).toList();
    List<String> wanted = telling.isEmpty() ? all : telling;
    return !wanted.isEmpty()
        && wanted.stream().allMatch(word -> has(text, word) || has(text, turned(word, language)));
  }

  private String turned(String word, Language language) {
    return plain(remembering.turned(word, language));
  }

  private static boolean has(String text, String word) {
    return Arrays.stream(text.split(" "))
        .anyMatch(one ->
            one.equals(word)
                || (Math.min(one.length(), word.length()) >= STEM
                    && (one.startsWith(word) || word.startsWith(one))));
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip();
  }
}
