package ai.therapysync.conversation.person;

import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.risk.Utterance;
import ai.therapysync.crisis.risk.Utterance.Speaker;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says which language a text is clearly in, by its script and its commonest words; silent when in
 * doubt.
 */
public final class LanguageGuess {
  /** Enough to tell by; a wall of text is not read to its end. */
  private static final int LOOKED_AT = 1000;

  private static final int CLEAR_WORDS = 2;

  /** Letters that Persian and Urdu have and Arabic has not. */
  private static final String NOT_ARABIC = "\u067E\u0686\u0698\u06AF\u06CC\u06A9\u06BE\u0679\u06D2";

  private static final String TELLING = "!";

  private final Map<Language, Set<String>> words = new EnumMap<>(Language.class);

  /** Reads the common words. */
  public LanguageGuess() {
    for (String line : lines()) {
      String[] entry = line.split("=", 2);
      if (!line.startsWith("#") && entry.length == 2) {
        Language language = Language.of(entry[0]).orElseThrow();
        words.put(language, new HashSet<>(Arrays.asList(entry[1].strip().split("\\s+"))));
      }
    }
  }

  /** The language that the text is clearly in. */
  public Optional<Language> guess(String text) {
    String start = text.substring(0, Math.min(text.length(), LOOKED_AT));
    Map<UnicodeScript, Integer> scripts = scripts(start);
    int letters = scripts.values().stream().mapToInt(Integer::intValue).sum();
    if (letters < 2) {
      return Optional.empty();
    }
    UnicodeScript main =
        scripts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    if (scripts.getOrDefault(main, 0) * 10 < letters * 6) {
      return Optional.empty();
    }
    return switch (main) {
      case HAN -> kana(scripts) ? Optional.empty() : Optional.of(Language.CHINESE);
      case DEVANAGARI -> Optional.of(Language.HINDI);
      case ARABIC -> arabic(start) ? Optional.of(Language.ARABIC) : Optional.empty();
      case LATIN -> byWords(start);
      default -> Optional.empty();
    };
  }

  /**
   * The language that a conversation is held in: the one that the person wrote last, else the one
   * in which they were answered last.
   */
  public Optional<Language> spokenIn(List<Utterance> said) {
    return last(said, Speaker.PERSON).or(() -> last(said, Speaker.GATEWAY));
  }

  private Optional<Language> last(List<Utterance> said, Speaker speaker) {
    return said.reversed().stream()
        .filter(utterance -> utterance.speaker() == speaker)
        .flatMap(utterance -> guess(utterance.text()).stream())
        .findFirst();
  }

  private Optional<Language> byWords(String text) {
    List<String> said =
        Arrays.stream(text.toLowerCase(Locale.ROOT).replace('\u2019', '\'').split("[^\\p{L}']+"))
            .filter(word -> !word.isEmpty())
            .distinct()
            .toList();
    Map<Language, Integer> hits = new EnumMap<>(Language.class);
    words.forEach((language, common) -> hits.put(language, hits(said, common, language, text)));
    List<Map.Entry<Language, Integer>> ranked =
        hits.entrySet().stream()
            .sorted(Map.Entry.<Language, Integer>comparingByValue().reversed())
            .toList();
    int best = ranked.get(0).getValue();
    boolean clear =
        best >= CLEAR_WORDS && best >= ranked.get(1).getValue() + 2 && best * 5 >= said.size();
    return clear ? Optional.of(ranked.get(0).getKey()) : Optional.empty();
  }

  private static int hits(List<String> said, Set<String> common, Language language, String text) {
    int greeting = said.size() > 1 ? 2 : 1;
    int hits =
        said.stream()
            .mapToInt(
                word -> common.contains(word + TELLING) ? greeting : common.contains(word) ? 1 : 0)
            .sum();
    boolean telling = signs(language).chars().anyMatch(c -> text.indexOf(c) >= 0);
    return telling ? hits + 1 : hits;
  }

  /** Letters and marks that stand in one of our Latin languages only. */
  private static String signs(Language language) {
    return switch (language) {
      case SPANISH -> "\u00F1\u00BF\u00A1";
      case PORTUGUESE -> "\u00E3\u00F5";
      case FRENCH -> "\u0153\u00EA\u00EE";
      case GERMAN -> "\u00DF\u00E4\u00F6";
      case ENGLISH, CHINESE, HINDI, ARABIC -> "";
    };
  }

  private static boolean kana(Map<UnicodeScript, Integer> scripts) {
    return scripts.containsKey(UnicodeScript.HIRAGANA)
        || scripts.containsKey(UnicodeScript.KATAKANA);
  }

  private static boolean arabic(String text) {
    return text.chars().noneMatch(c -> NOT_ARABIC.indexOf(c) >= 0);
  }

  private static Map<UnicodeScript, Integer> scripts(String text) {
    Map<UnicodeScript, Integer> scripts = new EnumMap<>(UnicodeScript.class);
    text.codePoints()
        .filter(Character::isLetter)
        .forEach(c -> scripts.merge(UnicodeScript.of(c), 1, Integer::sum));
    return scripts;
  }

  private static List<String> lines() {
    try (InputStream in = LanguageGuess.class.getResourceAsStream("common-words.txt")) {
      if (in == null) {
        throw new IllegalStateException("common-words.txt is missing beside LanguageGuess");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("common-words.txt can't be read", e);
    }
  }
}
