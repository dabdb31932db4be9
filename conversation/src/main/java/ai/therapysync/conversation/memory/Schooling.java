package ai.therapysync.conversation.memory;

import ai.therapysync.crisis.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How one language is learned from: its lessons, what teaches nothing, and how "my" becomes "your".
 * Read from {@code learning_xx.txt}, which can be read aloud.
 */
final class Schooling {
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}']*");
  private static final int LINES_A_LESSON = 4;

  private final String code;
  private final List<Lesson> lessons = new ArrayList<>();
  private final Map<String, String> turned = new HashMap<>();
  private final Map<String, Pattern> marks = new HashMap<>();
  private final List<NameSwap> swaps = new ArrayList<>();
  private final boolean spaced;

  private Schooling(Language language) {
    code = language.code();
    spaced = language != Language.CHINESE;
  }

  static Schooling of(Language language) {
    Schooling schooling = new Schooling(language);
    String file = "learning_" + language.code() + ".txt";
    List<String> lesson = new ArrayList<>();
    for (String line : text(file).lines().toList()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (lesson.isEmpty() && schooling.isDirective(line)) {
        continue;
      }
      lesson.add(line);
      if (lesson.size() == LINES_A_LESSON) {
        schooling.lessons.add(lesson(lesson, file));
        lesson.clear();
      }
    }
    return schooling;
  }

  String code() {
    return code;
  }

  List<Lesson> lessons() {
    return List.copyOf(lessons);
  }

  /** How people say that a name was taken down wrong. */
  List<NameSwap> swaps() {
    return List.copyOf(swaps);
  }

  /** Whether words are parted by spaces. */
  boolean isSpaced() {
    return spaced;
  }

  /**
   * Whether the words have such a mark: {@code refuse}, {@code skip}, {@code reported}, {@code
   * correct}.
   */
  boolean has(String mark, String words) {
    return Optional.ofNullable(marks.get(mark))
        .filter(pattern -> pattern.matcher(words).find())
        .isPresent();
  }

  /** The tag for what a memory is about. */
  String subject(String words) {
    String about =
        Optional.ofNullable(marks.get("drop"))
            .map(pattern -> pattern.matcher(words).replaceAll(""))
            .orElse(words)
            .strip();
    boolean several =
        Optional.ofNullable(marks.get("several"))
            .filter(pattern -> pattern.matcher(about).find())
            .isPresent();
    return (several ? Memory.ONE_OF : Memory.ABOUT) + about;
  }

  /** "my dog" becomes "your dog": we say it to them. */
  String turned(String words) {
    if (!spaced) {
      return turned.entrySet().stream()
          .reduce(
              words,
              (text, pair) -> text.replace(pair.getKey(), pair.getValue()),
              (one, other) -> other);
    }
    return WORD.matcher(words)
        .replaceAll(word -> Matcher.quoteReplacement(turnedWord(word.group())));
  }

  /** A pronoun may be one with its verb: "m'inscrire" becomes "t'inscrire". */
  private String turnedWord(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    int elided = lower.indexOf('\'') + 1;
    String beginning = turned.getOrDefault(lower.substring(0, elided), word.substring(0, elided));
    return turned.getOrDefault(lower, beginning + word.substring(elided));
  }

  private boolean isDirective(String line) {
    String[] parts = line.split(" ", 2);
    switch (parts[0]) {
      case "turn" -> {
        for (String pair : parts[1].split(",", -1)) {
          String[] sides = pair.strip().split("=", 2);
          turned.put(sides[0].strip(), sides[1].strip());
        }
      }
      case "swap" -> swaps.add(NameSwap.of(parts[1]));
      case "refuse", "skip", "reported", "several", "correct", "drop" ->
          marks.put(
              parts[0], Pattern.compile(parts[1], Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
      default -> {
        return false;
      }
    }
    return true;
  }

  private static Lesson lesson(List<String> lines, String file) {
    String[] kind = lines.getFirst().split(" ", 3);
    try {
      return new Lesson(
          kind[0],
          Double.parseDouble(kind[1]),
          kind.length > 2 ? Optional.of(kind[2]) : Optional.empty(),
          Pattern.compile(lines.get(1)),
          lines.get(2),
          lines.get(3));
    } catch (RuntimeException e) {
      throw new IllegalStateException(file + ": this is no lesson: " + lines.getFirst(), e);
    }
  }

  private static String text(String file) {
    try (InputStream in = Schooling.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("The lessons " + file + " are missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The lessons " + file + " can't be read", e);
    }
  }
}
