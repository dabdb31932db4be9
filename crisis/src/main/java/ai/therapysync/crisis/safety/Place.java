package ai.therapysync.crisis.safety;

import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.language.Phrasebook;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lines of the person's country, in sentences of their language. */
final class Place {
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

  String now(Theme theme) {
    return texts.say(language, "now." + nowKey(theme), Map.of("emergency", emergency(theme)));
  }

  Optional<String> meanwhile(Theme theme) {
    return line(theme)
        .map(line -> words.invitation(language, line))
        .map(line -> texts.say(language, "meanwhile", Map.of("line", line)));
  }

  String again(Theme theme, int turn) {
    Optional<CrisisLine> line = line(theme);
    List<String> keys =
        texts.keys(Language.ENGLISH, line.isPresent() ? "again.line." : "again.emergency.");
    return texts.say(
        language,
        keys.get(turn % keys.size()),
        Map.of("number", line.map(CrisisLine::number).orElse(""), "emergency", emergency(theme)));
  }

  private Optional<CrisisLine> line(Theme theme) {
    boolean abuse = theme == Theme.ABUSE || theme == Theme.OTHER_ABUSE;
    return abuse ? known.abuse(language) : known.crisis(language);
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
