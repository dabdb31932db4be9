package ai.therapysync.conversation.reply;

import ai.therapysync.conversation.person.Culture;
import ai.therapysync.conversation.person.Person;
import ai.therapysync.conversation.person.Personality;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How to talk with this person: their chosen voice and their culture, brought together.
 *
 * @param approaches never empty; what the person's culture prefers comes before the voice's own
 * @param indirect whether questions are softened
 * @param extendedFamily whether the family is more than parents and children: distance from it is
 *     then no first advice
 * @param faith whether religion may be spoken of
 * @param spared words that we don't bring up
 */
record Manner(
    List<Approach> approaches,
    Style style,
    boolean indirect,
    boolean extendedFamily,
    boolean faith,
    List<String> spared) {

  private static final Set<String> TELLS_NOTHING =
      wordsOf(
          """
          about avoid discuss family history issues mention talking topic topics with \
          sobre temas evitar hablar familia \
          falar conversar assunto assuntos historia \
          eviter parler discuter sujet sujets famille histoire \
          nicht keine thema themen uber sprechen reden vermeiden familie \
          बारे बात बातें विषय चर्चा ज़िक्र मुद्दे परिवार करना करें नहीं साथ लेकर \
          عن حول بشأن حديث كلام ذكر موضوع مواضيع مشاكل قضايا عدم تجنب نتحدث تحدث عائلة أسرة\
          """);

  /** The same in Chinese, where no space tells it from what is to be spared. */
  private static final Pattern TELLS_NOTHING_IN_CHINESE =
      Pattern.compile("不要|不想|避免|回避|谈论|谈到|提到|提起|谈|聊|提|关于|有关|话题|的事|家庭|家人");

  static Manner of(Person person) {
    Culture culture = person.culture();
    Personality voice = person.personality();
    return new Manner(
        approaches(culture, voice),
        style(voice),
        Wording.words(culture.communicationStyle()).contains(" indirect"),
        isExtended(culture.familyStructure()),
        culture.religiousConsiderations(),
        spared(culture.sensitivities()));
  }

  private static List<Approach> approaches(Culture culture, Personality voice) {
    List<Approach> approaches =
        new ArrayList<>(
            Stream.concat(culture.approachPreferences().stream(), Stream.of(voice.approach()))
                .flatMap(written -> Approach.of(written).stream())
                .distinct()
                .toList());
    if (approaches.isEmpty()) {
      approaches.add(Approach.PERSON_CENTRED);
    }
    return List.copyOf(approaches);
  }

  /** The style's own word decides; where it says nothing special, a strong trait does. */
  private static Style style(Personality voice) {
    Style written = Style.of(voice.communicationStyle());
    if (written != Style.WARM) {
      return written;
    }
    return strongest(voice.traits()).orElse(written);
  }

  private static Optional<Style> strongest(Map<String, String> traits) {
    return traits.entrySet().stream()
        .filter(trait -> strength(trait.getValue()) >= 0.7)
        .sorted(Map.Entry.comparingByKey())
        .map(trait -> Style.of(trait.getKey()))
        .filter(style -> style != Style.WARM)
        .findFirst();
  }

  /** Traits are written as 0 to 1, as 1 to 10, in percent, or as words. */
  private static double strength(String written) {
    String value = written.strip().toLowerCase(Locale.ROOT);
    if (value.matches("[0-9]{1,3}(\\.[0-9]{1,6})?")) {
      double number = Double.parseDouble(value);
      return number <= 1 ? number : number <= 10 ? number / 10 : number / 100;
    }
    return List.of("high", "very high", "strong", "true", "yes").contains(value) ? 1 : 0;
  }

  static boolean isExtended(String structure) {
    String words = Wording.words(structure);
    return Stream.of("extended", "joint", "multi", "collectiv", "clan", "tribal", "communal")
        .anyMatch(word -> words.contains(" " + word));
  }

  /** The stem of each telling word, so that "drinking" spares "drink", too. */
  private static List<String> spared(List<String> sensitivities) {
    Stream<String> stems =
        sensitivities.stream()
            .flatMap(sensitivity -> Stream.of(Wording.words(sensitivity).strip().split(" ")))
            .filter(word -> Letters.isLong(word) && !TELLS_NOTHING.contains(word))
            .map(word -> " " + word.substring(0, Math.min(word.length(), 5)));
    return Stream.concat(stems, sensitivities.stream().flatMap(Manner::sparedInChinese))
        .distinct()
        .toList();
  }

  /** Spelt as texts are compared. */
  private static Set<String> wordsOf(String text) {
    return Set.of(Wording.words(text).strip().split(" "));
  }

  /** Each run of Chinese characters that tells something. */
  private static Stream<String> sparedInChinese(String sensitivity) {
    String telling = TELLS_NOTHING_IN_CHINESE.matcher(sensitivity).replaceAll(" ");
    return Pattern.compile("\\p{IsHan}{2,}")
        .matcher(telling)
        .results()
        .map(run -> Wording.words(run.group()));
  }
}
