package ai.therapysync.crisis.language;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Fixed texts of one topic in every language: ICU message patterns in UTF-8 property files that a
 * translator can edit, one file a language ({@code NAME_es.properties}).
 *
 * <p>A key that a language lacks is taken from English, so that nobody is left without an answer; a
 * key that English lacks is a programming error.
 */
public final class Phrasebook {
  private final Map<Language, Properties> books;
  private final String name;

  private Phrasebook(String name, Map<Language, Properties> books) {
    this.name = name;
    this.books = books;
  }

  /** Loads {@code NAME_xx.properties} that stand beside {@code owner} on the class path. */
  public static Phrasebook load(Class<?> owner, String name) {
    Map<Language, Properties> books = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      read(owner, name + "_" + language.code() + ".properties")
          .ifPresent(book -> books.put(language, book));
    }
    if (!books.containsKey(Language.ENGLISH)) {
      throw new IllegalStateException(
          "The texts " + name + "_en.properties are missing beside " + owner.getName());
    }
    return new Phrasebook(name, books);
  }

  /** The text of a key with its named values filled in. */
  public String say(Language language, String key, Map<String, ?> values) {
    String pattern = pattern(language, key);
    return new MessageFormat(pattern, ULocale.forLocale(language.locale())).format(values);
  }

  /** The text of a key that takes no values. */
  public String say(Language language, String key) {
    return say(language, key, Map.of());
  }

  /** Whether this very language, not the English fallback, has the key. */
  public boolean has(Language language, String key) {
    Properties book = books.get(language);
    return book != null && book.containsKey(key);
  }

  /** The keys of a language that begin with a prefix, in alphabetical order. */
  public List<String> keys(Language language, String prefix) {
    Properties book = books.get(language);
    return book == null
        ? List.of()
        : book.stringPropertyNames().stream()
            .filter(key -> key.startsWith(prefix))
            .sorted()
            .toList();
  }

  private String pattern(Language language, String key) {
    String own =
        has(language, key)
            ? book(language).getProperty(key)
            : book(Language.ENGLISH).getProperty(key);
    if (own == null) {
      throw new IllegalArgumentException("No text " + key + " in " + name);
    }
    return own;
  }

  private Properties book(Language language) {
    return books.getOrDefault(language, new Properties());
  }

  private static Optional<Properties> read(Class<?> owner, String file) {
    try (InputStream in = owner.getResourceAsStream(file)) {
      if (in == null) {
        return Optional.empty();
      }
      Properties properties = new Properties();
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return Optional.of(properties);
    } catch (IOException e) {
      throw new UncheckedIOException("The texts " + file + " can't be read", e);
    }
  }
}
