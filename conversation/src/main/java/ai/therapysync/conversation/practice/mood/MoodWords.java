package ai.therapysync.conversation.practice.mood;

import ai.therapysync.crisis.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words of {@code scale.txt}. */
final class MoodWords {
  private final Map<Language, Words> words = new EnumMap<>(Language.class);
  private final Map<String, Integer> faces = new LinkedHashMap<>();

  /**
   * One language's words.
   *
   * @param moods patterns that begin with a caret, and words of a mood
   * @param numbers numbers in words
   * @param beside what may stand beside them
   * @param between what parts one thing that is said from the next
   */
  record Words(
      Map<String, Integer> moods,
      Map<String, Integer> numbers,
      Set<String> beside,
      List<String> between) {
    private static Words none() {
      return new Words(new LinkedHashMap<>(), new HashMap<>(), new HashSet<>(), new ArrayList<>());
    }

    private void add(String mark, List<String> all) {
      switch (mark) {
        case "~" -> beside.addAll(all);
        case "&" -> between.addAll(all);
        default -> all.forEach(word -> put(word, Integer.parseInt(mark)));
      }
    }

    private void put(String word, int mood) {
      if (word.startsWith("=")) {
        numbers.put(word.substring(1), mood);
        return;
      }
      moods.put(word, mood);
    }
  }

  /** Reads the file. */
  MoodWords() {
    Optional<Language> language = Optional.empty();
    for (String line : lines()) {
      if (line.startsWith("[")) {
        language = Language.of(line.substring(1, line.length() - 1));
        continue;
      }
      String[] parts = line.split(" ", 2);
      List<String> all = List.of(parts[1].strip().split(", *", -1));
      language.ifPresentOrElse(
          one -> words.computeIfAbsent(one, _ -> Words.none()).add(parts[0], all),
          () -> all.forEach(face -> faces.put(face, Integer.parseInt(parts[0]))));
    }
  }

  Words of(Language language) {
    return Optional.ofNullable(words.get(language)).orElseGet(Words::none);
  }

  /** The mood of the first face in the text. */
  Optional<Integer> face(String text) {
    return faces.entrySet().stream()
        .filter(entry -> text.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static List<String> lines() {
    try (InputStream in = MoodWords.class.getResourceAsStream("scale.txt")) {
      if (in == null) {
        throw new IllegalStateException("The words of moods, scale.txt, are missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The words of moods, scale.txt, can't be read", e);
    }
  }
}
