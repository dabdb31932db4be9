package ai.therapysync.crisis.screening;

import ai.therapysync.crisis.risk.Category;
import ai.therapysync.crisis.risk.RiskLevel;
import ai.therapysync.crisis.risk.Subject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One family file, read line by line; patterns stay text until all files are read. The format is
 * described in {@code families/README.md}.
 */
final class FamilyFile {
  /** A line of a file, with its place. */
  record Line(String file, int number, String text) {
    FamilyFault fault(String fault) {
      return new FamilyFault(file, number, fault);
    }
  }

  /** A pattern that is not compiled yet. */
  record Draft(Family family, Line line) {}

  private final String file;
  private final Map<String, Line> classes = new LinkedHashMap<>();
  private final List<Line> rewrites = new ArrayList<>();
  private final List<Draft> patterns = new ArrayList<>();
  private final List<Draft> combinations = new ArrayList<>();
  private final List<Family.Example> examples = new ArrayList<>();
  private Optional<Family> current = Optional.empty();
  private boolean combining;

  private FamilyFile(String file) {
    this.file = file;
  }

  static FamilyFile read(String file, List<String> lines) {
    FamilyFile read = new FamilyFile(file);
    for (int i = 0; i < lines.size(); i++) {
      String text = lines.get(i).strip();
      if (!text.isEmpty() && !text.startsWith("# ") && !text.equals("#")) {
        read.take(new Line(file, i + 1, text));
      }
    }
    return read;
  }

  private void take(Line line) {
    switch (line.text().charAt(0)) {
      case '@' -> takeClass(line);
      case '=' -> pattern(line);
      case '+' -> examples.add(example(line, true));
      case '-' -> examples.add(example(line, false));
      default -> takeWord(line);
    }
  }

  private void takeWord(Line line) {
    String[] words = line.text().split("\\s+");
    switch (words[0]) {
      case "write", "mask", "glue", "near" -> rewrites.add(line);
      case "family", "combine" -> {
        combining = words[0].equals("combine");
        begin(line, words, 4, danger(line, words));
      }
      case "sign" ->
          begin(line, words, 3, new Family.Use.Sign(value(line, Modifier.class, words, 2)));
      case "idiom" -> begin(line, words, 2, new Family.Use.Idiom());
      case "question" -> begin(line, words, 5, question(line, words));
      case "reply" ->
          begin(line, words, 3, new Family.Use.Reply(value(line, Family.Answer.class, words, 2)));
      default -> throw line.fault("unknown beginning of a line: " + words[0]);
    }
  }

  private void takeClass(Line line) {
    int equals = line.text().indexOf('=');
    if (equals < 2) {
      throw line.fault("a class of words is written: @name = word, some words");
    }
    String name = line.text().substring(1, equals).strip();
    Line list = new Line(line.file(), line.number(), line.text().substring(equals + 1).strip());
    if (classes.put(name, list) != null) {
      throw line.fault("the class @" + name + " is defined twice");
    }
  }

  private void begin(Line line, String[] words, int flagsFrom, Family.Use use) {
    if (words.length < flagsFrom) {
      throw line.fault("incomplete: " + line.text());
    }
    combining &= use instanceof Family.Use.Danger;
    Set<Family.Flag> flags = EnumSet.noneOf(Family.Flag.class);
    for (int i = flagsFrom; i < words.length; i++) {
      if (!words[i].equals("someone_else")) {
        flags.add(value(line, Family.Flag.class, words, i));
      }
    }
    current = Optional.of(new Family(word(line, words, 1), use, flags, file));
  }

  private static Family.Use danger(Line line, String[] words) {
    return new Family.Use.Danger(
        value(line, Category.class, words, 2), value(line, Grade.class, words, 3), subject(words));
  }

  private static Subject subject(String[] words) {
    return List.of(words).contains("someone_else") ? Subject.SOMEONE_ELSE : Subject.SELF;
  }

  private static Family.Use question(Line line, String[] words) {
    return new Family.Use.Question(
        value(line, Family.Answer.class, words, 2),
        value(line, Category.class, words, 3),
        value(line, RiskLevel.class, words, 4),
        subject(words));
  }

  private void pattern(Line line) {
    Line body = new Line(file, line.number(), line.text().substring(1).strip());
    (combining ? combinations : patterns).add(new Draft(family(line), body));
  }

  private Family.Example example(Line line, boolean matches) {
    Family family = family(line);
    String text = line.text().substring(1).strip();
    RiskLevel level =
        matches && family.use() instanceof Family.Use.Danger danger
            ? danger.grade().level()
            : RiskLevel.NONE;
    if (text.startsWith("[") && text.contains("]")) {
      int close = text.indexOf(']');
      level = value(line, RiskLevel.class, new String[] {text.substring(1, close)}, 0);
      text = text.substring(close + 1).strip();
    }
    return new Family.Example(family, text, level, matches, line.number());
  }

  private Family family(Line line) {
    return current.orElseThrow(() -> line.fault("stands outside of a family"));
  }

  private static String word(Line line, String[] words, int at) {
    if (at >= words.length) {
      throw line.fault("incomplete: " + line.text());
    }
    return words[at];
  }

  private static <E extends Enum<E>> E value(Line line, Class<E> type, String[] words, int at) {
    String word = word(line, words, at);
    try {
      return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw line.fault(word + " is no " + type.getSimpleName().toLowerCase(Locale.ROOT));
    }
  }

  Map<String, Line> classes() {
    return classes;
  }

  List<Line> rewrites() {
    return rewrites;
  }

  List<Draft> patterns() {
    return patterns;
  }

  List<Draft> combinations() {
    return combinations;
  }

  List<Family.Example> examples() {
    return examples;
  }
}
