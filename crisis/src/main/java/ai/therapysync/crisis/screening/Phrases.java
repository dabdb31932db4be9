package ai.therapysync.crisis.screening;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All families of all languages, compiled: what the screen looks for. */
final class Phrases {
  /** A family file's name and its lines. */
  record Source(String name, List<String> lines) {}

  private static final String FOLDER = "families/";

  private final Vocabulary vocabulary = new Vocabulary();

  /** A bit for each language. */
  private final int languages;

  private final Matcher matcher;
  private final List<Family.Combination> combinations = new ArrayList<>();
  private final List<Family.Example> examples = new ArrayList<>();

  private Phrases(List<Source> sources) {
    List<FamilyFile> all = new ArrayList<>();
    Map<String, List<FamilyFile>> byLanguage = new LinkedHashMap<>();
    for (Source source : sources) {
      FamilyFile file = FamilyFile.read(source.name(), source.lines());
      all.add(file);
      byLanguage.computeIfAbsent(language(source.name()), l -> new ArrayList<>()).add(file);
    }
    List<List<FamilyFile>> spoken = List.copyOf(byLanguage.values());
    languages = (1 << spoken.size()) - 1;
    for (int i = 0; i < spoken.size(); i++) {
      spell(1 << i, spoken.get(i));
    }
    vocabulary.settleSpellings();
    List<Matcher.Uncompiled> patterns = new ArrayList<>();
    for (int i = 0; i < spoken.size(); i++) {
      compile(1 << i, spoken.get(i), patterns);
    }
    Set<String> names = new HashSet<>();
    patterns.forEach(pattern -> names.add(pattern.family().name()));
    all.forEach(file -> file.combinations().forEach(draft -> combine(draft, names)));
    all.forEach(file -> examples.addAll(file.examples()));
    matcher = Matcher.of(patterns, vocabulary.symbols());
  }

  /** Compiles these sources; the language is what stands between the last {@code _} and the dot. */
  static Phrases of(List<Source> sources) {
    return new Phrases(sources);
  }

  /** Loads the files that {@code families/index.txt} names. */
  static Phrases load() {
    return of(
        lines("index.txt").stream()
            .map(String::strip)
            .filter(name -> !name.isEmpty() && !name.startsWith("#"))
            .map(name -> new Source(FOLDER + name, lines(name)))
            .toList());
  }

  private static List<String> lines(String name) {
    try (InputStream in = Phrases.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new FamilyFault(FOLDER + "index.txt", 1, "the file " + name + " is missing");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The family file " + name + " can't be read", e);
    }
  }

  private static String language(String name) {
    return name.substring(name.lastIndexOf('_') + 1);
  }

  private void spell(int language, List<FamilyFile> files) {
    files.stream()
        .flatMap(file -> file.rewrites().stream())
        .forEach(line -> PatternCompiler.spellings(vocabulary, language, line));
  }

  private void compile(int language, List<FamilyFile> files, List<Matcher.Uncompiled> patterns) {
    PatternCompiler compiler = new PatternCompiler(vocabulary, language, files);
    for (FamilyFile file : files) {
      for (FamilyFile.Draft draft : file.patterns()) {
        patterns.add(
            new Matcher.Uncompiled(draft.family(), compiler.elements(draft.line()), language));
      }
    }
  }

  private void combine(FamilyFile.Draft draft, Set<String> names) {
    List<Set<String>> parts = new ArrayList<>();
    for (String part : draft.line().text().split("&", -1)) {
      Set<String> alternatives = Set.of(part.strip().split("\\s*\\|\\s*"));
      for (String name : alternatives) {
        if (!names.contains(name)) {
          throw draft.line().fault("unknown family " + name);
        }
      }
      parts.add(alternatives);
    }
    combinations.add(new Family.Combination(draft.family(), List.copyOf(parts)));
  }

  /** The text as each language reads it; languages that read it alike share one reading. */
  List<Tokens> read(String text) {
    return Renditions.of(vocabulary, Tokeniser.read(vocabulary, text), languages);
  }

  List<Match> find(Tokens tokens) {
    return matcher.find(tokens);
  }

  List<Family.Combination> combinations() {
    return combinations;
  }

  List<Family.Example> examples() {
    return examples;
  }
}
