package ai.therapysync.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.language.Language;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fixed text stands in all languages, with the same keys and the same places to fill. */
final class TextsTest {
  private static final Path RESOURCES = Path.of("src/main/resources");

  /** What a language model is told is told in English. */
  private static final List<String> FOR_MODELS =
      List.of("prompt_en.properties", "learning_en.properties");

  static Stream<Path> books() throws IOException {
    List<Path> books;
    try (Stream<Path> tree = Files.walk(RESOURCES)) {
      books =
          tree.filter(file -> file.toString().endsWith("_en.properties"))
              .filter(file -> FOR_MODELS.stream().noneMatch(file::endsWith))
              .sorted()
              .toList();
    }
    assertThat(books).hasSizeGreaterThan(4);
    return books.stream();
  }

  @ParameterizedTest
  @MethodSource("books")
  void everyLanguageHasAllTexts(Path english) throws IOException {
    Properties original = read(english);
    // In tongues that are none of ours: they stand once.
    original.keySet().removeIf(key -> key.toString().startsWith("tongue."));
    for (Language language : Language.values()) {
      if (language == Language.ENGLISH) {
        continue;
      }
      Properties translated = read(in(english, language));
      assertThat(translated.stringPropertyNames())
          .as("%s in %s", english.getFileName(), language)
          .containsExactlyInAnyOrderElementsOf(original.stringPropertyNames());
      for (String key : original.stringPropertyNames()) {
        assertThat(places(translated.getProperty(key), language))
            .as("%s of %s in %s", key, english.getFileName(), language)
            .isEqualTo(places(original.getProperty(key), Language.ENGLISH));
        assertThat(translated.getProperty(key)).as(key).isNotBlank();
      }
    }
  }

  static Stream<Path> patterns() throws IOException {
    try (Stream<Path> tree = Files.walk(RESOURCES)) {
      return tree
          .filter(file -> file.toString().matches(".*(commands|languages|answers|yesno)_en\\.txt"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("patterns")
  void everyLanguageKnowsTheSameCommands(Path english) throws IOException {
    Set<String> original = sections(english);
    for (Language language : Language.values()) {
      assertThat(sections(in(english, language)))
          .as("%s in %s", english.getFileName(), language)
          .isEqualTo(original);
    }
  }

  private static Set<String> sections(Path file) throws IOException {
    Set<String> sections = new TreeSet<>();
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("[")) {
        sections.add(line);
      }
    }
    assertThat(sections).isNotEmpty();
    return sections;
  }

  private static Path in(Path english, Language language) {
    String name = english.getFileName().toString().replace("_en.", "_" + language.code() + ".");
    return english.resolveSibling(name);
  }

  private static Set<String> places(String pattern, Language language) {
    return new TreeSet<>(
        new MessageFormat(pattern, ULocale.forLocale(language.locale())).getArgumentNames());
  }

  private static Properties read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return properties;
  }
}
