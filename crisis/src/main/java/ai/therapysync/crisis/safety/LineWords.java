package ai.therapysync.crisis.safety;

import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.language.Phrasebook;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says a line or an emergency number inside a sentence of the person's language. */
final class LineWords {
  private static final String LEFT_TO_RIGHT = "\u200E";
  private static final Pattern ENGLISH_MARKS = Pattern.compile("\\p{M}");

  /** All but the two dots of an umlaut. */
  private static final Pattern FOREIGN_MARKS = Pattern.compile("[\\p{M}&&[^\u0308]]");

  private final Phrasebook texts;

  LineWords(Phrasebook texts) {
    this.texts = texts;
  }

  /** {@code Call or text 988 (988 Suicide & Crisis Lifeline)}, without a full stop. */
  String invitation(Language language, CrisisLine line) {
    Map<String, String> values = new HashMap<>();
    values.put("number", number(language, line.number()));
    values.put("name", name(language, line));
    values.put("named", values.get("name").isEmpty() ? "no" : "yes");
    if (line.text().isEmpty()) {
      return texts.say(language, "line.call", values);
    }
    CrisisLine.TextLine text = line.text().get();
    values.put("text", number(language, text.number()));
    text.word().ifPresent(word -> values.put("word", word));
    if (text.word().isPresent()) {
      return texts.say(language, "line.word", values);
    }
    boolean same = text.number().equals(line.number());
    return texts.say(language, same ? "line.same" : "line.text", values);
  }

  /** An emergency number as the object of "call", or "your local emergency number". */
  String emergency(Language language, Optional<String> number) {
    return number
        .map(known ->
            texts.say(language, "emergency.known", Map.of("number", number(language, known))))
        .orElseGet(() -> texts.say(language, "emergency.unknown"));
  }

  /**
   * A number as it is written in a sentence. Among Arabic letters its groups would change places:
   * two marks keep them from left to right.
   */
  String number(Language language, String number) {
    boolean groups = !number.codePoints().allMatch(Character::isDigit);
    return language == Language.ARABIC && groups ? LEFT_TO_RIGHT + number + LEFT_TO_RIGHT : number;
  }

  private static String name(Language language, CrisisLine line) {
    String name = readable(language, line.organisation());
    String hours = line.opening().part().map(part -> part + " h").orElse("");
    if (name.equals(line.number())) {
      return hours;
    }
    return name.isEmpty() || hours.isEmpty() ? name + hours : name + ", " + hours;
  }

  /**
   * The name as this reader can read it: Chinese characters only for who writes Chinese; in English
   * and German without accents of other languages, most of which are not in the GSM alphabet and
   * would double a message's price.
   */
  private static String readable(Language language, String name) {
    boolean chinese =
        name.codePoints().anyMatch(point -> UnicodeScript.of(point) == UnicodeScript.HAN);
    if (chinese && language != Language.CHINESE) {
      return "";
    }
    return switch (language) {
      case ENGLISH -> plain(name, ENGLISH_MARKS);
      case GERMAN -> plain(name, FOREIGN_MARKS);
      case SPANISH, PORTUGUESE, FRENCH, CHINESE, HINDI, ARABIC -> name;
    };
  }

  private static String plain(String name, Pattern marks) {
    String apart = marks.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    return Normalizer.normalize(apart, Normalizer.Form.NFC);
  }
}
