package ai.therapysync.conversation.practice.mood;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A part of an answer: what is said of a mood in it, and whether it says anything else.
 *
 * @param figures the numbers in it
 * @param word the mood of a word in it
 * @param alone whether nothing else is said in it
 */
record MoodClause(List<Double> figures, Optional<Integer> word, boolean alone) {
  private static final Pattern FIGURE =
      Pattern.compile("[-\u2212]?[0-9]{1,3}(?:[.,][0-9])?(?:/10)?");
  private static final Pattern SAYS = Pattern.compile("[\\p{L}\\p{N}<>$%]");

  static MoodClause read(String text, MoodWords.Words words) {
    List<String> rest = new ArrayList<>();
    List<Double> figures = new ArrayList<>();
    for (String token : text.split(" ", -1)) {
      if (FIGURE.matcher(token).matches()) {
        figures.add(value(token));
        continue;
      }
      Optional.ofNullable(words.numbers().get(token))
          .ifPresentOrElse(number -> figures.add((double) number), () -> rest.add(token));
    }
    String left = String.join(" ", rest);
    Optional<Map.Entry<String, Integer>> mood = mood(left, words);
    String beside =
        mood.map(found -> (" " + left + " ").replace(" " + found.getKey() + " ", " ").strip())
            .orElse(left);
    return new MoodClause(figures, mood.map(Map.Entry::getValue), isFiller(beside, words));
  }

  /** Numbers that are all that is said. */
  boolean isNumber() {
    return alone && !figures.isEmpty() && word.isEmpty();
  }

  /** A word of a mood that is all that is said. */
  boolean isMood() {
    return alone && figures.isEmpty() && word.isPresent();
  }

  private static Optional<Map.Entry<String, Integer>> mood(String text, MoodWords.Words words) {
    return words.moods().entrySet().stream()
        .filter(entry -> !entry.getKey().startsWith("^"))
        .filter(entry -> (" " + text + " ").contains(" " + entry.getKey() + " "))
        .max(Comparator.comparingInt(entry -> entry.getKey().length()));
  }

  private static boolean isFiller(String text, MoodWords.Words words) {
    return Arrays.stream(text.split(" ", -1))
        .filter(token -> SAYS.matcher(token).find())
        .allMatch(token -> words.beside().contains(token) || isFillerRun(token, words));
  }

  /** In Chinese no space parts one word from the next. */
  private static boolean isFillerRun(String token, MoodWords.Words words) {
    if (token.codePoints().noneMatch(Character::isIdeographic)) {
      return false;
    }
    String rest = token;
    for (String word :
        words.beside().stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList()) {
      rest = rest.replace(word, "");
    }
    return rest.isEmpty();
  }

  private static double value(String token) {
    return Double.parseDouble(token.replace("/10", "").replace('\u2212', '-').replace(',', '.'));
  }
}
