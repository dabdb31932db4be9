package ai.therapysync.conversation.occasion;

import ai.therapysync.crisis.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Recognises what a person asks for in so many words, in every language: patterns in files that can
 * be read aloud ({@code NAME_es.txt}). A line in brackets names what the patterns below it ask for;
 * each of them must match the whole text, but for space and {@code . ! ?} around it. Case, kinds of
 * apostrophes and doubled spaces don't matter.
 */
public final class Commands {
  private static final int LONGEST = 300;

  private final Map<Language, Map<String, List<Pattern>>> patterns = new EnumMap<>(Language.class);

  private Commands() {}

  /** What is asked for, and the groups of the pattern. Private: never printed. */
  public record Command(String name, List<String> groups) {
    public Command {
      groups = List.copyOf(groups);
    }

    /** The group, counted from 1; empty when nothing stands there. */
    public Optional<String> group(int number) {
      return number > groups.size()
          ? Optional.empty()
          : Optional.of(groups.get(number - 1)).filter(group -> !group.isEmpty());
    }

    @Override
    public String toString() {
      return "Command[" + name + "]";
    }
  }

  /**
   * Reads {@code NAME_xx.txt} of every language that stand beside {@code owner} on the class path.
   *
   * @throws IllegalStateException when a language has no file, or a pattern is none: file and line
   *     are named
   */
  public static Commands load(Class<?> owner, String name) {
    Commands commands = new Commands();
    for (Language language : Language.values()) {
      commands.patterns.put(language, read(owner, name + "_" + language.code() + ".txt"));
    }
    return commands;
  }

  /** What the text asks for: the person's language first, then all others. */
  public Optional<Command> find(String text, Language language) {
    return find(
        text,
        Stream.concat(
            Stream.of(language), Stream.of(Language.values()).filter(other -> other != language)));
  }

  /** The same in no other language but English: for patterns that fit much in their own. */
  public Optional<Command> findIn(String text, Language language) {
    return find(text, Stream.of(language, Language.ENGLISH).distinct());
  }

  private Optional<Command> find(String text, Stream<Language> languages) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    String plain = plain(text);
    return languages
        .flatMap(one -> in(patterns.getOrDefault(one, Map.of()), plain).stream())
        .findFirst();
  }

  private static Optional<Command> in(Map<String, List<Pattern>> language, String plain) {
    return language.entrySet().stream()
        .flatMap(entry ->
            entry.getValue().stream()
                .map(pattern -> pattern.matcher(plain))
                .filter(Matcher::matches)
                .map(matcher -> new Command(entry.getKey(), groups(matcher))))
        .findFirst();
  }

  private static List<String> groups(MatchResult found) {
    List<String> groups = new ArrayList<>();
    for (int i = 1; i <= found.groupCount(); i++) {
      groups.add(found.group(i) == null ? "" : found.group(i).strip());
    }
    return groups;
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .replace('\u2019', '\'')
        .replaceAll("\\s+", " ")
        .replaceAll("^[ \u00BF\u00A1]+|[ .!?\u3002\uFF01\uFF1F\u061F\u0964]+$", "");
  }

  private static Map<String, List<Pattern>> read(Class<?> owner, String file) {
    Map<String, List<Pattern>> read = new LinkedHashMap<>();
    String name = "";
    int number = 0;
    for (String line : text(owner, file).lines().toList()) {
      number++;
      if (line.startsWith("[") && line.endsWith("]")) {
        name = line.substring(1, line.length() - 1);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        read.computeIfAbsent(name, _ -> new ArrayList<>()).add(pattern(line, file, number));
      }
    }
    return read;
  }

  private static Pattern pattern(String line, String file, int number) {
    try {
      return Pattern.compile(
          line.strip(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    } catch (java.util.regex.PatternSyntaxException e) {
      throw new IllegalStateException(
          file + ", line " + number + " is no pattern: " + e.getDescription(), e);
    }
  }

  private static String text(Class<?> owner, String file) {
    try (InputStream in = owner.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(
            "The commands " + file + " are missing beside " + owner.getName());
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Normalizer.normalize(text, Normalizer.Form.NFC);
    } catch (IOException e) {
      throw new UncheckedIOException("The commands " + file + " can't be read", e);
    }
  }
}
