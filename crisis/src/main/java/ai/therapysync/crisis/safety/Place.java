package ai.therapysync.crisis.safety;

import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.language.Phrasebook;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lines of the person's country, in sentences of their language. */
final class Place {
  /** How often a reminder names the line for young people, where there is one. */
  private static final int YOUNG_EVERY = 3;

  private final Language language;
  private final Lines known;
  private final Phrasebook texts;
  private final LineWords words;

  Place(Phrasebook texts, Language language, Lines known) {
    this.texts = texts;
    this.words = new LineWords(texts);
    this.language = language;
    this.known = known;
  }

  /** {@code KEY.both} with line and emergency number, or {@code KEY.emergency} without a line. */
  String sentence(String key, Theme theme) {
    Optional<CrisisLine> line = line(theme);
    return line.isPresent()
        ? texts.say(
            language,
            key + ".both",
            Map.of("line", words.invitation(language, line.get()), "emergency", emergency(theme)))
        : texts.say(language, key + ".emergency", Map.of("emergency", emergency(theme)));
  }

  /** The line for young people, where the country has one that we know. */
  Optional<String> young() {
    return known
        .child(language)
        .map(line ->
            texts.say(
                language,
                "away.young",
                Map.of(
                    "line", words.invitation(language, line),
                    "emergency", emergency(Theme.SUICIDE))));
  }

  /** To the emergency number, at once; in other words at every turn. */
  String now(Theme theme, int turn) {
    return say("now." + nowKey(theme) + ".", turn, Map.of("emergency", emergency(theme)));
  }

  /** Whom else one can turn to, once the emergency number has been called. */
  Optional<String> meanwhile(Theme theme) {
    Optional<CrisisLine> line = theme.medical() ? known.poison(language) : line(theme);
    String key = theme.medical() ? "poison" : "meanwhile";
    return line.map(known -> words.invitation(language, known))
        .map(invitation -> texts.say(language, key, Map.of("line", invitation)));
  }

  /** A reminder of the line, and from time to time of the one for young people. */
  String again(Theme theme, int turn) {
    Optional<CrisisLine> young = theme.young() ? known.child(language) : Optional.empty();
    if (young.isPresent() && turn % YOUNG_EVERY == 0) {
      return say("again.child.", turn, numbers(young, theme));
    }
    Optional<CrisisLine> line = line(theme);
    String prefix = line.isPresent() ? "again.line." : "again.emergency.";
    return say(prefix, turn, numbers(line, theme));
  }

  private Map<String, String> numbers(Optional<CrisisLine> line, Theme theme) {
    return Map.of(
        "number", line.map(known -> words.number(language, known.number())).orElse(""),
        "emergency", emergency(theme));
  }

  private String say(String prefix, int turn, Map<String, String> values) {
    List<String> keys = texts.keys(Language.ENGLISH, prefix);
    return texts.say(language, keys.get(turn % keys.size()), values);
  }

  private Optional<CrisisLine> line(Theme theme) {
    return theme.abuse() ? known.abuse(language) : known.crisis(language);
  }

  private String emergency(Theme theme) {
    Optional<String> number =
        switch (theme) {
          case MEDICAL, OTHER_MEDICAL -> known.ambulance();
          case ABUSE, OTHER_ABUSE, HARM_OTHERS -> known.police();
          case SUICIDE, SELF_HARM, PSYCHOSIS, OTHER -> known.emergency();
        };
    return words.emergency(language, number);
  }

  private String nowKey(Theme theme) {
    return switch (theme) {
      case ABUSE -> "abuse";
      case MEDICAL -> "medical";
      case OTHER, OTHER_ABUSE, OTHER_MEDICAL -> "other";
      case SUICIDE, SELF_HARM, HARM_OTHERS, PSYCHOSIS -> "self";
    };
  }
}
