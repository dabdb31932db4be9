package ai.therapysync.conversation.memory;

import ai.therapysync.crisis.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Learns simple facts from what a person writes: their people, events, preferences, triggers, what
 * helped, what they want to do. Pure; what is known already is not learned again.
 */
public final class Remembering {
  /** Nobody tells more about themselves in one breath; more is a pattern's mistake. */
  private static final int MOST = 4;

  private static final int READ = 2000;
  private static final int LINES_A_LESSON = 4;

  private final Map<Language, List<Lesson>> lessons = new EnumMap<>(Language.class);

  /** Reads the lessons of all languages. */
  public Remembering() {
    for (Language language : Language.values()) {
      lessons.put(language, read(language));
    }
  }

  /**
   * What the texts teach that is not known.
   *
   * @param texts what the person wrote
   * @param known what is remembered already
   */
  public List<Memory> learn(List<String> texts, Language language, List<Memory> known) {
    List<Memory> learned = new ArrayList<>();
    for (String text : texts) {
      String plain = text.substring(0, Math.min(text.length(), READ)).replace('\u2019', '\'');
      lessons.getOrDefault(language, List.of()).stream()
          .flatMap(lesson -> lesson.learn(plain))
          .filter(memory -> isNew(memory, known) && isNew(memory, learned))
          .limit(MOST)
          .forEach(learned::add);
    }
    return learned.stream().limit(MOST).toList();
  }

  private static boolean isNew(Memory memory, List<Memory> known) {
    String content = words(memory.content());
    String title = words(memory.title());
    return known.stream()
        .noneMatch(
            old -> words(old.content()).contains(content) || words(old.title()).equals(title));
  }

  private static String words(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  private static List<Lesson> read(Language language) {
    List<String> lines =
        text("learning_" + language.code() + ".txt")
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();
    List<Lesson> read = new ArrayList<>();
    for (int i = 0; i + LINES_A_LESSON <= lines.size(); i += LINES_A_LESSON) {
      String[] kind = lines.get(i).split(" ", 2);
      Pattern pattern = Pattern.compile(lines.get(i + 1));
      double importance = Double.parseDouble(kind[1]);
      read.add(
          new Lesson(kind[0], importance, pattern, lines.get(i + 2), lines.get(i + 3), language));
    }
    return List.copyOf(read);
  }

  private static String text(String file) {
    try (InputStream in = Remembering.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("The lessons " + file + " are missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The lessons " + file + " can't be read", e);
    }
  }
}
