package ai.therapysync.conversation.reply;

import ai.therapysync.crisis.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The phrases by which themes, emotions and intents are recognised in one language, read from a
 * file that can be read aloud.
 */
final class Lexicon {
  /** A list of phrases: what kind of thing they show, and which one. */
  record Topic(String kind, String name) {}

  private static final Set<String> GOOD_NEWS = Set.of("progress", "glad");
  private static final Topic NEGATION = new Topic("negation", "");

  private final Map<Topic, Set<Phrase>> topics = new LinkedHashMap<>();

  private Lexicon() {}

  /** Reads {@code lexicon_xx.txt}. */
  static Lexicon of(Language language) {
    Lexicon lexicon = new Lexicon();
    Topic topic = new Topic("", "");
    for (String line : lines("lexicon_" + language.code() + ".txt")) {
      if (line.startsWith("[")) {
        topic = topic(line);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        lexicon.topics.computeIfAbsent(topic, it -> new LinkedHashSet<>()).addAll(phrases(line));
      }
    }
    return lexicon;
  }

  /** The names of a kind that the words show, the one with the most phrases first. */
  List<String> find(String kind, String words) {
    Map<String, Integer> hits = new LinkedHashMap<>();
    topics.forEach((topic, phrases) -> {
      int hit = topic.kind().equals(kind) ? hits(topic, phrases, words) : 0;
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
    Set<Phrase> phrases = topics.getOrDefault(topic, Set.of());
    String meant = meant(phrases, words);
    return phrases.stream()
        .filter(phrase -> phrase.shows(meant))
        .mapToInt(Phrase::words)
        .max()
        .orElse(0);
  }

  /** Whether the text begins with a phrase of a topic. */
  boolean begins(Topic topic, String words) {
    return topics.getOrDefault(topic, Set.of()).stream()
        .anyMatch(phrase -> words.startsWith(phrase.sought()));
  }

  /** Good news that is denied ("I am not happy") is none. */
  private int hits(Topic topic, Set<Phrase> phrases, String words) {
    boolean good = GOOD_NEWS.contains(topic.name());
    String meant = meant(phrases, words);
    return (int)
        phrases.stream()
            .filter(phrase -> phrase.shows(meant))
            .filter(phrase -> !good || !denied(meant, meant.indexOf(phrase.sought())))
            .count();
  }

  /** The words without those by which a list's phrases mean something else. */
  private static String meant(Set<Phrase> phrases, String words) {
    String meant = words;
    for (Phrase phrase : phrases) {
      meant = phrase.passOver(meant);
    }
    return meant;
  }

  private boolean denied(String words, int at) {
    String[] before = words.substring(0, at).strip().split(" ");
    return Arrays.stream(before)
        .skip(Math.max(0, before.length - 3))
        .anyMatch(word -> covered(NEGATION, " " + word + " ") > 0);
  }

  private static Topic topic(String line) {
    String[] parts = line.substring(1, line.indexOf(']')).split(" ", 2);
    return new Topic(parts[0], parts.length > 1 ? parts[1] : "");
  }

  private static List<Phrase> phrases(String line) {
    return Arrays.stream(line.split(","))
        .map(String::strip)
        .filter(written -> !written.isEmpty())
        .map(Phrase::of)
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
