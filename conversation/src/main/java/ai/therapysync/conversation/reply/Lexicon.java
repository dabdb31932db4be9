package ai.therapysync.conversation.reply;

import ai.therapysync.crisis.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The phrases by which themes, emotions and intents are recognised in one language, read from a
 * file that can be read aloud.
 */
final class Lexicon {
  /** A list of phrases: what kind of thing they show, and which one. */
  record Topic(String kind, String name) {}

  private static final Set<String> GOOD_NEWS = Set.of("progress", "glad", "helped");
  private static final Topic NEGATION = new Topic("negation", "");
  private static final Topic NEGATION_AFTER = new Topic("negation", "after");
  private static final int DENIED_WITHIN = 2;
  private static final Topic COMMON = new Topic("common", "");

  private final Map<Topic, List<Phrase>> topics = new LinkedHashMap<>();
  private final UnaryOperator<String> spelling;

  /** So many words before good news may deny it. */
  private final int denialReach;

  private Lexicon(Language language) {
    spelling = Spelling.of(language);
    denialReach = language == Language.CHINESE ? 4 : 3;
  }

  /** Reads {@code lexicon_xx.txt}. */
  static Lexicon of(Language language) {
    Lexicon lexicon = new Lexicon(language);
    Topic topic = new Topic("", "");
    for (String line : lines("lexicon_" + language.code() + ".txt")) {
      if (line.startsWith("[")) {
        topic = topic(line);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        lexicon
            .topics
            .computeIfAbsent(topic, it -> new ArrayList<>())
            .addAll(lexicon.phrases(line));
      }
    }
    return lexicon;
  }

  /** The names of a kind that the words show, the one with the most phrases first. */
  List<String> find(String kind, String words) {
    String spelt = spelling.apply(words);
    Map<String, Integer> hits = new LinkedHashMap<>();
    topics.forEach((topic, phrases) -> {
      int hit = topic.kind().equals(kind) ? hits(topic, phrases, spelt) : 0;
      if (hit > 0) {
        hits.merge(topic.name(), hit, Integer::sum);
      }
    });
    return hits.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** How many words of the text the longest phrase of a topic covers; 0 when none is there. */
  int covered(Topic topic, String words) {
    List<Phrase> phrases = topics.getOrDefault(topic, List.of());
    String meant = meant(phrases, spelling.apply(words));
    return phrases.stream()
        .filter(phrase -> phrase.shows(meant))
        .mapToInt(Phrase::words)
        .max()
        .orElse(0);
  }

  /** The words by which one sees that two texts speak of the same: long, and not common. */
  List<String> telling(String words) {
    List<String> all = List.of(words.strip().split(" "));
    Stream<String> longer =
        all.stream().filter(Letters::isLong).flatMap(Letters::asTheySayIt).map(Lexicon::alone);
    Stream<String> pairs =
        IntStream.range(1, all.size())
            .filter(i -> isCharacter(all.get(i - 1)) && isCharacter(all.get(i)))
            .mapToObj(i -> alone(all.get(i - 1) + " " + all.get(i)));
    return Stream.concat(longer, pairs).filter(it -> covered(COMMON, it) == 0).toList();
  }

  private static String alone(String word) {
    return " " + word + " ";
  }

  /** Whether it is a Chinese character, of which two make a word. */
  private static boolean isCharacter(String word) {
    return !word.isEmpty() && Wording.isChinese(word.codePointAt(0));
  }

  /** Whether anything in it is denied. */
  boolean denies(String words) {
    return covered(NEGATION, words) > 0 || covered(NEGATION_AFTER, words) > 0;
  }

  /** Whether the text begins with a phrase of a topic. */
  boolean begins(Topic topic, String words) {
    String spelt = spelling.apply(words);
    return topics.getOrDefault(topic, List.of()).stream()
        .anyMatch(phrase -> spelt.startsWith(phrase.sought()));
  }

  /** Good news that is denied ("I am not happy") is none. */
  private int hits(Topic topic, List<Phrase> phrases, String words) {
    boolean good = GOOD_NEWS.contains(topic.name());
    String meant = meant(phrases, words);
    return (int)
        phrases.stream()
            .filter(phrase -> phrase.shows(meant))
            .filter(phrase -> !good || isAffirmed(phrase, meant))
            .count();
  }

  /** The words without those by which a list's phrases mean something else. */
  private static String meant(List<Phrase> phrases, String words) {
    String meant = words;
    for (Phrase phrase : phrases) {
      meant = phrase.passOver(meant);
    }
    return meant;
  }

  /** Whether it stands anywhere without being denied. */
  private boolean isAffirmed(Phrase phrase, String words) {
    String sought = phrase.sought();
    return Stream.iterate(words.indexOf(sought), at -> at >= 0, at -> words.indexOf(sought, at + 1))
        .filter(at -> !denied(words.substring(0, at)))
        .anyMatch(at -> !deniedAfter(words.substring(at + sought.length() - 1)));
  }

  private boolean denied(String before) {
    String[] words = before.strip().split(" ");
    String near =
        Arrays.stream(words)
            .skip(Math.max(0, words.length - denialReach))
            .collect(Collectors.joining(" ", " ", " "));
    return covered(NEGATION, near) > 0;
  }

  /** In Hindi "not" stands behind what it denies. */
  private boolean deniedAfter(String after) {
    String near =
        Arrays.stream(after.strip().split(" "))
            .limit(DENIED_WITHIN)
            .collect(Collectors.joining(" ", " ", " "));
    return covered(NEGATION_AFTER, near) > 0;
  }

  private static Topic topic(String line) {
    String[] parts = line.substring(1, line.indexOf(']')).split(" ", 2);
    return new Topic(parts[0], parts.length > 1 ? parts[1] : "");
  }

  private List<Phrase> phrases(String line) {
    return Arrays.stream(line.split(","))
        .map(String::strip)
        .filter(written -> !written.isEmpty())
        .flatMap(written -> Phrase.of(written, spelling).joined())
        .distinct()
        .toList();
  }

  private static List<String> lines(String file) {
    try (InputStream in = Lexicon.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("The phrases " + file + " are missing beside the lexicon");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The phrases " + file + " can't be read", e);
    }
  }
}
