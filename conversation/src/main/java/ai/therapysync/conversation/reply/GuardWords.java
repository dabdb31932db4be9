package ai.therapysync.conversation.reply;

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
import java.util.regex.Pattern;

/** The families of words of one language, from {@code guard/words}, whose README says how. */
final class GuardWords {
  /** Chinese words have no edge. */
  private static final String LETTER = "[\\p{L}\\p{M}&&[^\\p{IsHan}]]";

  /** What Arabic writes onto a word: and, so, with, like, to, the. */
  private static final String ARABIC_PREFIX = "(?:[وفبكلس]{0,2}(?:ال)?)";

  private static final Pattern ANY_LETTERS = Pattern.compile("(?<!\\\\[wd]|\\])\\*");
  private static final Pattern A_FEW_WORDS = Pattern.compile(" ?\\.\\. ?");

  private final Map<String, Pattern> families = new HashMap<>();

  /** Reads what all languages share, and one of them. */
  GuardWords(Language language) {
    Map<String, List<String>> read = new HashMap<>();
    read("all", read);
    read(language.code(), read);
    read.forEach((family, words) -> families.put(family, anyOf(words)));
  }

  /** The words of a family; a family that a language lacks is a mistake. */
  Pattern of(String family) {
    Pattern words = families.get(family);
    if (words == null) {
      throw new IllegalStateException("The family " + family + " has no words");
    }
    return words;
  }

  /** The form in which sentences meet these words. */
  static String plain(String sentence) {
    return PlainText.of(sentence).toLowerCase(Locale.ROOT);
  }

  private static void read(String file, Map<String, List<String>> into) {
    String family = "";
    for (String line : text("words/" + file).lines().toList()) {
      if (line.matches("\\[[A-Z_]+]")) {
        family = line.substring(1, line.length() - 1);
      } else if (!line.isBlank()) {
        List<String> words = into.computeIfAbsent(family, _ -> new ArrayList<>());
        List.of(line.split(", *", -1)).stream()
            .filter(word -> !word.isBlank())
            .map(GuardWords::expression)
            .forEach(words::add);
      }
    }
  }

  private static String expression(String word) {
    String plain = PlainText.letters(word.strip()).toLowerCase(Locale.ROOT);
    String few = A_FEW_WORDS.matcher(plain).replaceAll(between(plain));
    String open = ANY_LETTERS.matcher(few).replaceAll("\\\\w*");
    boolean arabic =
        Character.UnicodeScript.of(firstLetter(plain)) == Character.UnicodeScript.ARABIC;
    return arabic ? ARABIC_PREFIX + "(?:" + open + ")" : open;
  }

  private static Pattern anyOf(List<String> words) {
    String any = String.join("|", words);
    return Pattern.compile("(?U)(?<!" + LETTER + ")(?:" + any + ")(?!" + LETTER + ")");
  }

  private static String between(String word) {
    boolean chinese = word.codePoints().anyMatch(Character::isIdeographic);
    return chinese ? ".{0,12}?" : "\\\\b.{0,30}?\\\\b";
  }

  private static int firstLetter(String word) {
    return word.codePoints().filter(Character::isLetter).findFirst().orElse(' ');
  }

  /** A file of {@code guard}. */
  static String text(String file) {
    try (InputStream in = GuardWords.class.getResourceAsStream("guard/" + file + ".txt")) {
      if (in == null) {
        throw new IllegalStateException("guard/" + file + ".txt is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("guard/" + file + ".txt can't be read", e);
    }
  }
}
