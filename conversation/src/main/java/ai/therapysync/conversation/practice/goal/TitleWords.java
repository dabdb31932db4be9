package ai.therapysync.conversation.practice.goal;

import ai.therapysync.crisis.language.Language;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Compares what somebody says with the title of a goal, by the words that carry its meaning. */
final class TitleWords {
  private static final Pattern DEVANAGARI_OR_ARABIC =
      Pattern.compile("[\\p{IsDevanagari}\\p{IsArabic}]");
  private static final int LONGEST_ENDING = 5;

  private final WordLists lists = WordLists.load();

  /** The words that carry meaning; Chinese ones in pairs of characters. */
  Set<String> content(String text, Language language) {
    String plain = Figures.plain(text).replaceAll("\\d+", " ");
    List<String> filler = lists.of("filler", language);
    Set<String> words = new LinkedHashSet<>();
    for (String word : plain.split(" +", -1)) {
      if (word.codePoints().anyMatch(Character::isIdeographic)) {
        words.addAll(pairs(word, filler));
      } else if (!word.isBlank() && !filler.contains(word)) {
        words.add(word);
      }
    }
    return words;
  }

  private static List<String> pairs(String text, List<String> filler) {
    String rest = text;
    for (String word :
        filler.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList()) {
      rest = rest.replace(word, " ");
    }
    return Arrays.stream(rest.strip().split(" +", -1))
        .filter(run -> !run.isEmpty())
        .flatMap(run -> run.length() <= 2 ? List.of(run).stream() : pairs(run).stream())
        .toList();
  }

  private static List<String> pairs(String run) {
    return IntStream.range(0, run.length() - 1).mapToObj(i -> run.substring(i, i + 2)).toList();
  }

  /** How many of the said words are words of the title. */
  long shared(Set<String> said, Set<String> title, Language language) {
    return said.stream()
        .filter(word -> title.stream().anyMatch(of -> alike(word, of, language)))
        .count();
  }

  private boolean alike(String one, String other, Language language) {
    return one.equals(other)
        || lists.of("same", language).stream()
            .map(forms -> List.of(forms.split(" ", -1)))
            .anyMatch(forms -> forms.contains(one) && forms.contains(other))
        || (language == Language.ENGLISH
            ? root(one).equals(root(other))
            : begin(stem(one), stem(other)));
  }

  /** An English word without its ending: "walked", "running", "studies". */
  private static String root(String word) {
    String root =
        word.replaceAll("ie[sd]$", "y")
            .replaceAll("(?<=\\w{3})(?:ing|ed|es)$|(?<=\\w{2}[^s])s$", "")
            .replaceAll("(?<=\\w{2})e$", "");
    return root.replaceAll("([b-df-hj-np-tv-z])\\1$", "$1");
  }

  /** The same word in another form begins alike, and its endings are short. */
  private static boolean begin(String one, String other) {
    int least = DEVANAGARI_OR_ARABIC.matcher(one).find() ? 3 : 4;
    int common = 0;
    while (common < Math.min(one.length(), other.length())
        && one.charAt(common) == other.charAt(common)) {
      common++;
    }
    int ending = Math.max(one.length(), other.length()) - common;
    return common >= least && ending <= LONGEST_ENDING && ending <= common;
  }

  /** Without the Arabic article and the German participle's beginning. */
  private static String stem(String word) {
    if (word.startsWith("ال") && word.length() > 4) {
      return word.substring(2);
    }
    return word.startsWith("ge") && word.length() > 6 ? word.substring(2) : word;
  }

  /** Whether it tells that something was not done, or is only meant to be. */
  boolean denies(String text, Language language) {
    return says(text, "not", language) || says(text, "daily", language);
  }

  /** Whether it tells of a deed, as far as its words alone leave that open. */
  boolean isDeed(String text, Set<String> title, Language language) {
    return lists.own("deed", language).isEmpty()
        || lists.own("deed", language).stream().anyMatch(word -> has(text, word))
        || content(text, language).stream().noneMatch(title::contains);
  }

  boolean isYesterday(String text, Language language) {
    return says(text, "yesterday", language);
  }

  /** Whether the goal comes again and again. */
  boolean isDaily(String title, Language language) {
    return says(title, "daily", language);
  }

  /** Whether it comes again and again and counts for a week, not for a day. */
  boolean isWeekly(String title, Language language) {
    return says(title, "weekly", language);
  }

  /** Whether a text holds one of the words, or one of the phrases, of that list. */
  boolean says(String text, String list, Language language) {
    return lists.of(list, language).stream().anyMatch(word -> has(text, word));
  }

  private static boolean has(String text, String word) {
    String plain = " " + Figures.plain(text) + " ";
    boolean spaceless = word.codePoints().anyMatch(Character::isIdeographic);
    return plain.contains(spaceless ? word : " " + word + " ");
  }
}
