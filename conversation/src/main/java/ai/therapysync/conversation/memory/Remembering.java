package ai.therapysync.conversation.memory;

import ai.therapysync.crisis.language.Language;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Learns simple facts from what a person writes: their people, events, preferences, triggers, what
 * helped, what they want to do. Pure. Questions, quotations, what only might be, and orders to us
 * teach nothing.
 */
public final class Remembering {
  /** Nobody tells more about themselves in one breath; more is a pattern's mistake. */
  private static final int MOST = 4;

  private static final int READ = 2000;

  /** All that is learned where somebody else's words are told. */
  private static final String WHO_IS_WHO = "person";

  private static final Pattern SENTENCE =
      Pattern.compile(
          "[^.!?\u3002\uFF01\uFF1F\u061F\u0964;\n]+[.!?\u3002\uFF01\uFF1F\u061F\u0964;]*");
  private static final Pattern QUOTED =
      Pattern.compile(
          "\"[^\"]*\"|\\u201C[^\\u201D]*\\u201D|\\u201E[^\\u201C\\u201D]*[\\u201C\\u201D]"
              + "|\\u00AB[^\\u00BB]*\\u00BB|\\u300C[^\\u300D]*\\u300D");
  private static final Pattern ASKS = Pattern.compile("[?\uFF1F\u061F][.!]*$");
  private static final Pattern LAST_CLAUSE = Pattern.compile("[,\uFF0C\u060C][^,\uFF0C\u060C]*$");

  private final Map<Language, Schooling> schoolings = new EnumMap<>(Language.class);

  /** Reads the lessons of all languages. */
  public Remembering() {
    for (Language language : Language.values()) {
      schoolings.put(language, Schooling.of(language));
    }
  }

  /**
   * What the texts teach that is not known, word for word, already.
   *
   * @param texts what the person wrote
   * @param known what is remembered already
   */
  public List<Memory> learn(List<String> texts, Language language, List<Memory> known) {
    Schooling schooling = of(language);
    List<Memory> learned = new ArrayList<>();
    for (String text : texts) {
      said(text, schooling).stream()
          .flatMap(sentence -> taught(sentence, schooling))
          .filter(memory -> isNew(memory, known) && isNew(memory, learned))
          .limit(MOST)
          .forEach(learned::add);
    }
    return learned.stream().limit(MOST).toList();
  }

  /** What the text teaches, told to set right what was known. */
  public List<Memory> learnRight(String text, Language language) {
    return learn(List.of(text), language, List.of()).stream()
        .map(Remembering::settingRight)
        .distinct()
        .toList();
  }

  /**
   * What the texts set right of the names that are known: "it's Hanna, not Anna".
   *
   * @param known what is remembered, as far as it was recalled
   */
  public List<Memory> corrected(List<String> texts, Language language, List<Memory> known) {
    Schooling schooling = of(language);
    NameCorrection names = new NameCorrection(schooling, known);
    return texts.stream()
        .filter(text -> !schooling.has("refuse", text))
        .flatMap(text -> sentences(plain(text)))
        .flatMap(sentence -> names.heard(sentence).stream())
        .distinct()
        .limit(MOST)
        .toList();
  }

  /** Words about them as we would say them to them: "my dog" becomes "your dog". */
  public String turned(String words, Language language) {
    return of(language).turned(words);
  }

  private Schooling of(Language language) {
    return Optional.ofNullable(schoolings.get(language)).orElseThrow();
  }

  private static Stream<Memory> taught(String sentence, Schooling schooling) {
    boolean setsRight = schooling.has("correct", sentence);
    boolean reported = schooling.has("reported", sentence);
    return schooling.lessons().stream()
        .filter(lesson -> !reported || lesson.type().equals(WHO_IS_WHO))
        .flatMap(lesson -> lesson.learn(sentence, schooling))
        .map(memory -> setsRight ? settingRight(memory) : memory);
  }

  private static Memory settingRight(Memory memory) {
    if (memory.tags().contains(Memory.RIGHT)) {
      return memory;
    }
    List<String> tags = new ArrayList<>(memory.tags());
    tags.add(Memory.RIGHT);
    return new Memory(memory.type(), memory.title(), memory.content(), tags, memory.importance());
  }

  /** The sentences that tell something, in the person's own words. */
  private static List<String> said(String text, Schooling schooling) {
    String plain = QUOTED.matcher(plain(text)).replaceAll(" ");
    if (schooling.has("refuse", plain)) {
      return List.of();
    }
    return sentences(plain)
        .map(Remembering::withoutQuestion)
        .filter(sentence -> !sentence.isEmpty() && !schooling.has("skip", sentence))
        .toList();
  }

  private static String plain(String text) {
    return Normalizer.normalize(
            text.substring(0, Math.min(text.length(), READ)), Normalizer.Form.NFC)
        .replace('\u2019', '\'');
  }

  private static Stream<String> sentences(String text) {
    return SENTENCE.matcher(text).results().map(found -> found.group().strip());
  }

  /** "My sister Ana called, what shall I do?" tells something before it asks. */
  private static String withoutQuestion(String sentence) {
    if (!ASKS.matcher(sentence).find()) {
      return sentence;
    }
    return LAST_CLAUSE.matcher(sentence).find()
        ? LAST_CLAUSE.matcher(sentence).replaceFirst("")
        : "";
  }

  private static boolean isNew(Memory memory, List<Memory> known) {
    String content = words(memory.content());
    return known.stream().noneMatch(old -> words(old.content()).equals(content));
  }

  /** In the one form in which memories are compared. */
  static String words(String text) {
    return String.join(
        " ",
        Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}]+"))
            .filter(word -> !word.isEmpty())
            .toList());
  }
}
