package ai.therapysync.conversation.person;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Notices a text in a language that we don't speak: by its script, by letters that only it has, or
 * by its commonest words ({@code tongues.properties}); silent when in doubt.
 */
public final class ForeignTongue {
  /** A text that is certainly foreign, in a language whose name we don't know. */
  public static final String OTHER = "other";

  private static final int FEWEST_LETTERS = 4;

  /** So many of its letters must be in that script, of a hundred. */
  private static final int MOSTLY = 60;

  private static final Map<UnicodeScript, String> BY_SCRIPT =
      Map.of(
          UnicodeScript.CYRILLIC, "ru",
          UnicodeScript.THAI, "th",
          UnicodeScript.HEBREW, "he",
          UnicodeScript.GREEK, "el",
          UnicodeScript.HANGUL, "ko",
          UnicodeScript.HIRAGANA, "ja",
          UnicodeScript.KATAKANA, "ja");

  private static final Set<UnicodeScript> SPOKEN =
      Set.of(
          UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.DEVANAGARI, UnicodeScript.ARABIC);

  private final Properties marks = read();
  private final LanguageGuess spoken = new LanguageGuess();

  /** Its code ("ru"), or {@link #OTHER}; empty where it may be a language of ours. */
  public Optional<String> of(String text) {
    Map<UnicodeScript, Integer> scripts = scripts(text);
    int letters = scripts.values().stream().mapToInt(Integer::intValue).sum();
    if (letters < FEWEST_LETTERS) {
      return Optional.empty();
    }
    if (kana(scripts) > 1) {
      return Optional.of("ja");
    }
    UnicodeScript main =
        scripts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    boolean mostly = scripts.getOrDefault(main, 0) * 100 >= letters * MOSTLY;
    if (mostly && !SPOKEN.contains(main)) {
      return marked(text).or(() -> Optional.of(BY_SCRIPT.getOrDefault(main, OTHER)));
    }
    return spoken.guess(text).isPresent() ? Optional.empty() : marked(text);
  }

  private static int kana(Map<UnicodeScript, Integer> scripts) {
    return scripts.getOrDefault(UnicodeScript.HIRAGANA, 0)
        + scripts.getOrDefault(UnicodeScript.KATAKANA, 0);
  }

  private static Map<UnicodeScript, Integer> scripts(String text) {
    Map<UnicodeScript, Integer> scripts = new EnumMap<>(UnicodeScript.class);
    text.codePoints()
        .filter(Character::isLetter)
        .forEach(c -> scripts.merge(UnicodeScript.of(c), 1, Integer::sum));
    return scripts;
  }

  private Optional<String> marked(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    Set<String> words = Arrays.stream(lower.split("[^\\p{L}\\p{M}']+")).collect(Collectors.toSet());
    return marks.stringPropertyNames().stream()
        .sorted()
        .filter(key -> key.endsWith(".letters") ? hasLetters(key, lower) : hasWords(key, words))
        .map(key -> key.substring(0, key.indexOf('.')))
        .findFirst();
  }

  private boolean hasLetters(String key, String text) {
    return text.chars().filter(c -> marks.getProperty(key).indexOf(c) >= 0).count() >= 2;
  }

  private boolean hasWords(String key, Set<String> words) {
    List<String> common = List.of(marks.getProperty(key).split(" "));
    long hits = common.stream().filter(words::contains).count();
    return hits >= 3 && hits * 4 >= words.size();
  }

  private static Properties read() {
    Properties marks = new Properties();
    try (InputStream in = ForeignTongue.class.getResourceAsStream("tongues.properties")) {
      if (in == null) {
        throw new IllegalStateException("tongues.properties is missing beside ForeignTongue");
      }
      marks.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("tongues.properties can't be read", e);
    }
    return marks;
  }
}
