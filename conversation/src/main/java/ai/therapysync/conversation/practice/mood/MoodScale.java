package ai.therapysync.conversation.practice.mood;

import ai.therapysync.crisis.language.Language;
import java.text.Normalizer;
import java.util.Arrays;
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
 * "six", "6/10", "about a 6", "between 5 and 6", a face. A number counts where nothing else is said
 * beside it: "2 of my friends died" tells something, and no mood.
 */
public final class MoodScale {
  /** Who writes more than this tells something, and a number in it may be anything. */
  private static final int SHORT = 60;

  private static final Pattern OF_TEN =
      Pattern.compile(
          "(?<![0-9.:-])(10|[0-9](?:[.,][0-9])?) ?(?:/ ?10|out of (?:10|ten)|de 10|em 10|sobre 10|sur 10|von 10|von zehn|aus 10|में से 10|من 10|من عشرة)(?![0-9])");
  private static final Pattern TEN_FIRST =
      Pattern.compile("(?:10 में से|10 me se|10分制|满分10) ?([0-9]+(?:\\.[0-9])?)");

  /** A figure beside one of these is a time: "um 6", "a las 6". */
  private static final Pattern TIME =
      Pattern.compile(
          "(?:الساعه|الساعة|(?<!i'm )(?<!now )(?<!am )\\bat|\\bum|\\ba las|\\bàs|\\bà) [0-9]{1,2}$");

  private static final Pattern PARTS =
      Pattern.compile("[!?~。！？؟।*;\\n…—]+|(?<![0-9]):|(?<![0-9])[.,،，、]+|[.,،，、]+(?![0-9])");

  private final MoodWords words = new MoodWords();

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
    return Stream.of(language, Language.ENGLISH)
        .distinct()
        .flatMap(one -> read(plain, words.of(one)).stream())
        .findFirst()
        .or(() -> words.face(text));
  }

  /** Whether the answer is a number and nothing else, but none from 1 to 10. */
  public boolean isOutside(String text, Language language) {
    String plain = plain(text);
    List<MoodClause> clauses = clauses(plain, words.of(language));
    return plain.length() <= SHORT
        && read(text, language).isEmpty()
        && clauses.stream().allMatch(MoodClause::alone)
        && clauses.stream().mapToInt(clause -> clause.figures().size()).sum() == 1;
  }

  /** Whether the text is no more than the answer itself. */
  public boolean isBare(String text, Language language) {
    String plain = plain(text);
    return plain.length() <= SHORT
        && Stream.of(language, Language.ENGLISH)
            .map(words::of)
            .anyMatch(one ->
                pattern(whole(plain), one).isPresent()
                    || clauses(numbered(plain), one).stream().allMatch(MoodClause::alone));
  }

  /** A stated number beats a word. */
  private static Optional<Integer> read(String plain, MoodWords.Words words) {
    List<MoodClause> clauses = clauses(plain, words);
    return clauses.stream()
        .filter(MoodClause::isNumber)
        .filter(_ -> !TIME.matcher(plain).find())
        .findFirst()
        .flatMap(clause -> mood(clause.figures()))
        .or(() -> pattern(whole(plain), words))
        .or(() ->
            clauses.stream()
                .filter(MoodClause::isMood)
                .flatMap(clause -> clause.word().stream())
                .findFirst());
  }

  /** What a pattern says to the whole text, or to what is left of it without filler. */
  private static Optional<Integer> pattern(String plain, MoodWords.Words words) {
    String telling =
        Arrays.stream(plain.split(" ", -1))
            .filter(token -> !words.beside().contains(token))
            .collect(Collectors.joining(" "));
    return words.moods().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith("^"))
        .filter(entry ->
            Pattern.matches(entry.getKey(), plain) || Pattern.matches(entry.getKey(), telling))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static List<MoodClause> clauses(String plain, MoodWords.Words words) {
    return Arrays.stream(PARTS.split(parted(plain, words), -1))
        .map(part -> part.replaceAll("\\s+", " ").strip())
        .filter(part -> !part.isEmpty())
        .map(part -> MoodClause.read(part, words))
        .toList();
  }

  /** "6 but tired" says two things; "5 and 6" is one. */
  private static String parted(String plain, MoodWords.Words words) {
    String parted = " " + plain + " ";
    for (String word : words.between()) {
      boolean spaceless = word.codePoints().anyMatch(Character::isIdeographic);
      String found = spaceless ? word : " " + word + " ";
      parted = parted.replaceAll(Pattern.quote(found) + "(?!" + number(words) + ")", " ; ");
    }
    return parted;
  }

  private static String number(MoodWords.Words words) {
    return "[0-9]"
        + words.numbers().keySet().stream()
            .map(word -> "|" + Pattern.quote(word) + "(?!\\p{L})")
            .collect(Collectors.joining());
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

  private static double value(MatchResult found) {
    return Double.parseDouble(found.group(1).replace(',', '.'));
  }

  private static String numbered(String plain) {
    return TEN_FIRST.matcher(OF_TEN.matcher(plain).replaceAll("$1")).replaceAll("$1");
  }

  private static String whole(String plain) {
    return PARTS.matcher(plain).replaceAll(" ").replaceAll("\\s+", " ").strip();
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
        .replace('\u2019', '\'')
        .replaceAll("[\"\u201C-\u201E]", " ")
        .replaceAll("(?<=[0-9]) ?[-\u2013] ?(?=[0-9])", " ")
        .replaceAll("(?<=[0-9])(?=\\p{IsHan})|(?<=\\p{IsHan})(?=-?[0-9])", " ")
        .replaceAll("(?!\n)\\s+", " ")
        .strip();
  }
}
