package ai.therapysync.conversation.reply;

import ai.therapysync.conversation.person.Personality;
import ai.therapysync.crisis.language.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a voice says of itself out of its row, as far as a program may say it. */
final class SelfPortrait {
  private static final int LONGEST_TITLE = 60;
  private static final int SPECIALTIES = 4;

  /** What is left in three text messages beside the words that it is an AI, and a question. */
  private static final int ROOM = 210;

  /** Words by which a program would pass for a person, or for more than it is. */
  private static final Pattern PASSES_FOR_A_PERSON =
      Pattern.compile(
          " (?:licen[cs]|certif|qualified|specialist|spezialist|especialista|expert|coach|nurse|fach"
              + "|真 人|专 家|विशेषज्ञ|इंसान|خبير|انسان|https?|www|\\d{4})"
              + "| (?:human|person|man|woman|mother|father|born|degree|years|social worker|persona"
              + "|mujer|hombre|pessoa|mulher|homem|personne|femme|homme|mensch|frau|mann|jahren?"
              + "|anos|ans) ");

  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!\u3002\u0964])\\s*");

  private final Personality row;
  private final Voice voice;

  SelfPortrait(Moment moment) {
    this.row = moment.request().person().personality();
    this.voice = moment.voice();
  }

  /** What it is for, to be said after its name; empty where the row has no title of its own. */
  Optional<String> title() {
    return Optional.of(row.title())
        .filter(title -> title.length() <= LONGEST_TITLE)
        .filter(title -> !isStandard() && !Wording.words(title).contains(" ai "))
        .flatMap(SelfPortrait::honest)
        .map(words -> voice.say("introduce.title", Map.of("words", words)));
  }

  /** What of its name, title, specialties and description may be said, as far as there is room. */
  Optional<String> sentences() {
    List<String> fitting = new ArrayList<>();
    Stream.of(name(), title(), specialties(), description())
        .flatMap(Optional::stream)
        .filter(it -> Wording.length(Wording.join(fitting) + it) <= ROOM)
        .forEach(fitting::add);
    return isStandard() || fitting.isEmpty()
        ? Optional.empty()
        : Optional.of(Wording.join(fitting));
  }

  private Optional<String> name() {
    return Optional.of(row.name().strip())
        .filter(Introduction::usable)
        .map(name -> voice.say("about.name", Map.of("name", name)));
  }

  /** The default voice has no row; its words are there for models, in English only. */
  private boolean isStandard() {
    return row.equals(Personality.standard());
  }

  private Optional<String> description() {
    return SENTENCE_END
        .splitAsStream(row.description())
        .flatMap(it -> honest(it).stream())
        .findFirst()
        .map(words -> voice.say("about.described", Map.of("words", words)));
  }

  private Optional<String> specialties() {
    String mark = voice.language() == Language.CHINESE ? "\u3001" : ", ";
    String list =
        row.specialties().stream()
            .flatMap(written -> honest(written.replace('_', ' ')).stream())
            .limit(SPECIALTIES)
            .collect(Collectors.joining(mark));
    return list.isEmpty()
        ? Optional.empty()
        : Optional.of(voice.say("about.specialties", Map.of("list", list)));
  }

  private static Optional<String> honest(String written) {
    return Stream.of(written)
        .filter(text -> !Introduction.claimsProfession(text))
        .filter(text -> !PASSES_FOR_A_PERSON.matcher(Wording.words(text)).find())
        .flatMap(text -> Quotation.of(text).stream())
        .findFirst();
  }
}
