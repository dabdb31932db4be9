package ai.therapysync.conversation.practice.goal;

import ai.therapysync.crisis.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Lists of words that stand beside this class, brought into the form in which texts are compared.
 */
final class WordLists {
  private final Map<Language, Map<String, List<String>>> lists = new EnumMap<>(Language.class);

  private WordLists() {}

  /** Reads {@code words.txt}: sections of languages, lines of a name and its words. */
  static WordLists load() {
    WordLists lists = new WordLists();
    Map<String, List<String>> section = new HashMap<>();
    for (String line : lines("words.txt").toList()) {
      if (line.startsWith("[")) {
        Language language = Language.of(line.substring(1, line.length() - 1)).orElseThrow();
        section = lists.lists.computeIfAbsent(language, _ -> new HashMap<>());
      } else {
        String[] parts = line.split(":", 2);
        section.put(parts[0].strip(), words(parts[1]));
      }
    }
    return lists;
  }

  /** Reads a file of lines of a name and its words, in their order. */
  static Map<String, List<String>> named(String file) {
    Map<String, List<String>> named = new LinkedHashMap<>();
    lines(file)
        .forEach(line -> {
          String[] parts = line.split(":", 2);
          named.put(parts[0].strip(), words(parts[1]));
        });
    return named;
  }

  /** The words of that name in a language, and in English. */
  List<String> of(String name, Language language) {
    return Stream.of(language, Language.ENGLISH)
        .distinct()
        .flatMap(one -> own(name, one).stream())
        .toList();
  }

  /** The words of that name in that very language. */
  List<String> own(String name, Language language) {
    return lists.getOrDefault(language, Map.of()).getOrDefault(name, List.of());
  }

  private static List<String> words(String list) {
    return Arrays.stream(list.split(",", -1))
        .map(Figures::plain)
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }

  private static Stream<String> lines(String file) {
    try (InputStream in = WordLists.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("The words " + file + " are missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"));
    } catch (IOException e) {
      throw new UncheckedIOException("The words " + file + " can't be read", e);
    }
  }
}
