package ai.therapysync.conversation.practice.mood;

import ai.therapysync.crisis.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a mood from 1 (worst) to 10 out of what people write when they are asked for one: "6",
 * "six", "6/10", "about a 6", "between 5 and 6", a face.
 */
public final class MoodScale {
  /** Who writes more than this tells something, and a number in it may be anything. */
  private static final int SHORT = 60;

  private static final Pattern OF_TEN =
      Pattern.compile(
          "(?<![0-9.:])(10|[0-9](?:\\.[0-9])?) ?(?:/ ?10|out of (?:10|ten)|de 10|sur 10|von 10|aus 10|में से 10|من 10)(?![0-9])");
  private static final Pattern TEN_FIRST = Pattern.compile("10 में से ([0-9]+(?:\\.[0-9])?)");
  private static final Pattern NUMBER =
      Pattern.compile("(?<![0-9.,:])([0-9]{1,3}(?:[.,][0-9])?)(?![0-9:%]|[.,][0-9])");

  /** A figure beside one of these is a time, an age, a sum. */
  private static final Pattern OTHER_FIGURE =
      Pattern.compile(
          "[0-9] ?(?:am|pm|a\\.m|p\\.m|o'clock|h\\b|hours?|hrs?|min|minutes?|days?|weeks?|months?|years?|times"
              + "|uhr|stunden?|tage?|wochen?|jahren?|horas?|d[ií]as?|semanas?|a[nñ]os?|anos?|meses|mes|heures?|jours?|ans"
              + "|点|小时|天|岁|年|बजे|घंट|दिन|साल|ساع|يوم|ايام|سن)"
              + "|(?:الساعه|الساعة|(?<!i'm )\\bat|\\bum|\\ba las|\\bàs|\\bà) [0-9]{1,2}$|[$€£₹][0-9]|[0-9][$€£₹]");

  private final Map<Language, Map<String, Integer>> words = new EnumMap<>(Language.class);
  private final Map<String, Integer> faces = new LinkedHashMap<>();

  /** Reads the words and faces that stand beside this class. */
  public MoodScale() {
    Map<String, Integer> into = faces;
    for (String line : lines()) {
      if (line.startsWith("[")) {
        Optional<Language> language = Language.of(line.substring(1, line.length() - 1));
        into =
            language
                .map(one -> words.computeIfAbsent(one, _ -> new LinkedHashMap<>()))
                .orElse(faces);
        continue;
      }
      String[] parts = line.split(" ", 2);
      for (String word : parts[1].split(",", -1)) {
        into.put(word.strip(), Integer.parseInt(parts[0]));
      }
    }
  }

  /** The mood; empty when the text names none, or more than one that don't go together. */
  public Optional<Integer> read(String text, Language language) {
    String plain = plain(text);
    Optional<Integer> ofTen =
        Stream.of(OF_TEN, TEN_FIRST)
            .flatMap(pattern -> pattern.matcher(plain).results())
            .findFirst()
            .flatMap(found -> mood(List.of(value(found))));
    if (ofTen.isPresent()) {
      return ofTen;
    }
    if (plain.length() > SHORT) {
      return Optional.empty();
    }
    return word(plain, language).or(() -> figures(plain)).or(() -> face(text));
  }

  /** Whether the text is no more than the answer itself. */
  public boolean isBare(String text) {
    return plain(text).length() <= SHORT / 2;
  }

  private Optional<Integer> word(String plain, Language language) {
    return Stream.of(language, Language.ENGLISH)
        .distinct()
        .flatMap(one -> words.getOrDefault(one, Map.of()).entrySet().stream())
        .filter(entry -> says(plain, entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** A pattern where it begins with a caret, else the whole text or a word of it. */
  private static boolean says(String plain, String word) {
    return word.startsWith("^")
        ? Pattern.matches(word, plain)
        : (" " + plain + " ").contains(" " + word + " ");
  }

  private static Optional<Integer> figures(String plain) {
    if (OTHER_FIGURE.matcher(plain).find()) {
      return Optional.empty();
    }
    return mood(NUMBER.matcher(plain).results().map(MoodScale::value).toList());
  }

  /** One figure, or two that stand side by side: the middle, rounded up. */
  private static Optional<Integer> mood(List<Double> figures) {
    if (figures.isEmpty() || figures.size() > 2) {
      return Optional.empty();
    }
    double first = figures.getFirst();
    double last = figures.getLast();
    boolean fits = Math.min(first, last) >= 0 && Math.max(first, last) <= 10;
    return fits && Math.abs(first - last) <= 2
        ? Optional.of(Math.clamp(Math.round((first + last) / 2), 1, 10))
        : Optional.empty();
  }

  private Optional<Integer> face(String text) {
    return faces.entrySet().stream()
        .filter(entry -> text.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static double value(MatchResult found) {
    return Double.parseDouble(found.group(1).replace(',', '.'));
  }

  private static String plain(String text) {
    String digits =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .codePoints()
            .mapToObj(c ->
                Character.isDigit(c)
                    ? Integer.toString(Character.digit(c, 10))
                    : Character.toString(c))
            .collect(Collectors.joining());
    return digits
        .toLowerCase(Locale.ROOT)
        .replaceAll("[!?~。！？؟।*\"]+|(?<![0-9])[.,]+|[.,]+(?![0-9])", " ")
        .replaceAll("(?<=[0-9]) ?[-\u2013] ?(?=[0-9])", " ")
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static List<String> lines() {
    try (InputStream in = MoodScale.class.getResourceAsStream("scale.txt")) {
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
