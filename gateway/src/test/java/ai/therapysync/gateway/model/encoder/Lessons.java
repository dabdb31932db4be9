package ai.therapysync.gateway.model.encoder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sentences that teach the head, drawn from lines with slots, always the same. */
final class Lessons {
  /** A sentence and what it speaks of. */
  record Lesson(String sentence, Danger danger) {}

  private static final Pattern SLOT = Pattern.compile("\\(([^()]*\\|[^()]*)\\)");

  /** Prime, and larger than most lines' number of sentences, so that every slot turns. */
  private static final long STRIDE = 7919;

  private static final Map<String, String> BY_THUMB =
      Map.of(
          "you",
          "u",
          "are",
          "r",
          "because",
          "cuz",
          "tomorrow",
          "tmrw",
          "tonight",
          "2nite",
          "to",
          "2",
          "please",
          "pls");

  private final Path directory;

  Lessons(Path directory) {
    this.directory = directory;
  }

  /** The lessons of this repository, seen from the root or from the module. */
  static Lessons ofThisRepository() {
    Path inModule = Path.of("src/test/resources/ai/therapysync/gateway/model/encoder/lessons");
    return new Lessons(Files.exists(inModule) ? inModule : Path.of("gateway").resolve(inModule));
  }

  List<Lesson> all() throws IOException {
    List<Lesson> lessons = new ArrayList<>();
    for (Path file : files()) {
      int drawn = number(file);
      Danger danger = danger(file);
      for (String line : Files.readAllLines(file)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          draw(line, drawn).forEach(sentence -> lessons.add(new Lesson(sentence, danger)));
        }
      }
    }
    return lessons;
  }

  /** Changes whenever a lesson does. */
  String digest() throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Lesson lesson : all()) {
        digest.update(
            (lesson.danger() + " " + lesson.sentence() + "\n").getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> tree = Files.walk(directory)) {
      return tree.filter(file -> file.toString().endsWith(".txt"))
          .sorted((a, b) -> a.toString().compareTo(b.toString()))
          .toList();
    }
  }

  private boolean isSafe(Path file) {
    return directory.relativize(file).startsWith("safe");
  }

  private int number(Path file) {
    if (!isSafe(file)) {
      return 8;
    }
    return file.endsWith("everyday.txt") ? 16 : 12;
  }

  private Danger danger(Path file) {
    if (isSafe(file)) {
      return Danger.NONE;
    }
    String name = directory.resolve("danger").relativize(file).toString();
    return Arrays.stream(Danger.values())
        .filter(danger -> name.startsWith(danger.word()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Which danger? " + file));
  }

  private static Set<String> draw(String line, int most) {
    List<String[]> parts = parts(line);
    long all = parts.stream().mapToLong(part -> part.length).reduce(1, (a, b) -> a * b);
    Set<String> sentences = new LinkedHashSet<>();
    long from = Integer.toUnsignedLong(line.hashCode());
    for (int k = 0; k < Math.min(most, all); k++) {
      String sentence = sentence(parts, (from + k * STRIDE) % all);
      sentences.add(k % 5 == 3 ? byThumb(sentence) : sentence);
    }
    return sentences;
  }

  private static List<String[]> parts(String line) {
    List<String[]> parts = new ArrayList<>();
    Matcher slots = SLOT.matcher(line);
    int from = 0;
    while (slots.find()) {
      parts.add(new String[] {line.substring(from, slots.start())});
      parts.add(slots.group(1).split("\\|", -1));
      from = slots.end();
    }
    parts.add(new String[] {line.substring(from)});
    return parts;
  }

  private static String sentence(List<String[]> parts, long number) {
    StringBuilder sentence = new StringBuilder();
    long rest = number;
    for (String[] part : parts) {
      sentence.append(part[(int) (rest % part.length)]);
      rest /= part.length;
    }
    return sentence.toString().strip().replaceAll("\\s+", " ").replaceAll(" ([,.?!:])", "$1");
  }

  private static String byThumb(String sentence) {
    String quick = sentence.toLowerCase(Locale.ROOT).replace("'", "");
    for (Map.Entry<String, String> word : BY_THUMB.entrySet()) {
      quick = quick.replaceAll("\\b" + word.getKey() + "\\b", word.getValue());
    }
    return quick;
  }
}
