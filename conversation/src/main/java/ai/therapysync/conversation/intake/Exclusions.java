package ai.therapysync.conversation.intake;

import ai.therapysync.crisis.people.EmergencyContact;
import ai.therapysync.crisis.safety.ExactWord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Understands "don't tell my mother": which contacts a person says must not be told, by their names
 * or by what they are to the person. "Don't tell anyone" names nobody, and takes no help away: it
 * is what frightened people say.
 *
 * <p>The ways of saying it, and the words for relatives and friends, stand in {@code
 * exclusions.properties}.
 */
final class Exclusions {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}']{2,}");
  private static final int LONGEST_MESSAGE = 1_000;

  private final List<Pattern> sayings;
  private final List<List<String>> relations;

  private Exclusions(List<Pattern> sayings, List<List<String>> relations) {
    this.sayings = sayings;
    this.relations = relations;
  }

  static Exclusions load() {
    Properties properties = new Properties();
    try (InputStream in =
        Objects.requireNonNull(Exclusions.class.getResourceAsStream("exclusions.properties"))) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("The file exclusions.properties can't be read", e);
    }
    return new Exclusions(
        values(properties, "say.").map(Exclusions::saying).toList(),
        values(properties, "relation.").map(Exclusions::words).toList());
  }

  /** The contacts whom the message says must not be told. */
  List<EmergencyContact> named(String message, List<EmergencyContact> contacts) {
    if (contacts.isEmpty() || message.length() > LONGEST_MESSAGE) {
      return List.of();
    }
    String text = folded(message);
    List<String> spoken =
        sayings.stream()
            .flatMap(saying -> saying.matcher(text).results())
            .map(result -> result.group("who"))
            .toList();
    return spoken.isEmpty()
        ? List.of()
        : contacts.stream()
            .filter(contact -> spoken.stream().anyMatch(who -> isMeant(contact, who)))
            .toList();
  }

  private boolean isMeant(EmergencyContact contact, String who) {
    return Stream.concat(names(contact), relatives(contact)).anyMatch(word -> contains(who, word));
  }

  private static Stream<String> names(EmergencyContact contact) {
    String name = folded(contact.name());
    Stream<String> parts = WORD.matcher(name).results().map(result -> result.group());
    return Stream.concat(Stream.of(name).filter(whole -> whole.length() > 1), parts.limit(1));
  }

  private Stream<String> relatives(EmergencyContact contact) {
    String relation = folded(contact.relationship());
    return relations.stream()
        .filter(words -> words.stream().anyMatch(word -> contains(relation, word)))
        .flatMap(List::stream);
  }

  private static boolean contains(String text, String word) {
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      if (isEdge(text, at - 1, word.codePointAt(0))
          && isEdge(text, at + word.length(), word.codePointBefore(word.length()))) {
        return true;
      }
    }
    return false;
  }

  /** A word ends where no letter follows; Chinese sets none apart. */
  private static boolean isEdge(String text, int at, int inside) {
    return at < 0
        || at >= text.length()
        || !Character.isLetter(text.charAt(at))
        || Character.UnicodeScript.of(inside) == Character.UnicodeScript.HAN;
  }

  /** A saying that names its own beginning begins there; any other begins a word. */
  private static Pattern saying(String written) {
    String begin = written.startsWith("(?:^") ? "" : "(?<!\\p{L})";
    String who = "(?<who>[^.!?\u3002\u0964\n]{1,60})";
    return Pattern.compile(begin + folded(written).replace("{who}", who));
  }

  private static List<String> words(String written) {
    return Stream.of(written.split(",", -1)).map(Exclusions::folded).toList();
  }

  private static Stream<String> values(Properties properties, String prefix) {
    return properties.stringPropertyNames().stream()
        .filter(key -> key.startsWith(prefix))
        .sorted()
        .map(properties::getProperty);
  }

  /** Lower case without accents, one kind of apostrophe, single spaces. */
  private static String folded(String text) {
    String exact = ExactWord.of(text);
    return Normalizer.normalize(exact, Normalizer.Form.NFD)
        .replaceAll("[\u0300-\u036F\u064B-\u0652]", "");
  }
}
