package ai.therapysync.crisis.safety;

import ai.therapysync.crisis.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares a whole message with words that mean something only when they stand alone: case, spaces
 * around and a final full stop or exclamation mark don't matter.
 */
public final class ExactWord {
  private ExactWord() {}

  /**
   * The form in which such words are compared: lower case, one kind of apostrophe, plain digits,
   * single spaces, without one final {@code .} or {@code !} of any script.
   */
  public static String of(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[\u2018\u2019\u02BC\u00B4`]", "'")
            .replaceAll("[\\p{Cf}]", "")
            .replaceAll("[\\s\\p{Z}]+", " ");
    String digits =
        plain
            .codePoints()
            .map(point -> Character.isDigit(point) ? '0' + Character.digit(point, 10) : point)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return digits.strip().replaceFirst("[.!\u3002\u0964]$", "").strip();
  }

  /**
   * Reads words from a property file beside {@code owner}: keys {@code MEANING.language}, values
   * separated by commas.
   *
   * @return from each word in its compared form to its {@code MEANING}
   */
  public static Map<String, String> load(Class<?> owner, String file) {
    Properties properties = read(owner, file);
    Map<String, String> meanings = new HashMap<>();
    properties.stringPropertyNames().stream()
        .sorted()
        .forEach(key -> add(meanings, file, key, properties.getProperty(key)));
    return Map.copyOf(meanings);
  }

  /** The language of each word of such a file; a word that several languages share has none. */
  static Map<String, Language> languages(Class<?> owner, String file) {
    Properties properties = read(owner, file);
    Map<String, Set<Language>> found = new HashMap<>();
    for (String key : properties.stringPropertyNames()) {
      Language language = Language.of(key.split("\\.", 2)[1]).orElseThrow();
      for (String word : properties.getProperty(key).split(",", -1)) {
        found.computeIfAbsent(of(word), _ -> EnumSet.noneOf(Language.class)).add(language);
      }
    }
    return found.entrySet().stream()
        .filter(entry -> entry.getValue().size() == 1)
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey, entry -> entry.getValue().iterator().next()));
  }

  private static Properties read(Class<?> owner, String file) {
    Properties properties = new Properties();
    try (InputStream in = Objects.requireNonNull(owner.getResourceAsStream(file), file)) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("The words in " + file + " can't be read", e);
    }
    return properties;
  }

  private static void add(Map<String, String> meanings, String file, String key, String words) {
    String meaning = key.split("\\.", 2)[0];
    Arrays.stream(words.split(",", -1))
        .map(ExactWord::of)
        .filter(word -> !word.isEmpty())
        .forEach(word -> {
          String other = meanings.put(word, meaning);
          if (other != null && !other.equals(meaning)) {
            throw new IllegalStateException(
                file + ": \"" + word + "\" stands under both " + other + " and " + meaning);
          }
        });
  }
}
