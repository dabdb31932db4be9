package ai.therapysync.conversation.reply;

import ai.therapysync.conversation.person.Culture;
import ai.therapysync.conversation.person.Person;
import ai.therapysync.conversation.person.Personality;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.language.Phrasebook;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a prompt says of the voice that speaks and of the person it speaks to. */
final class PromptPerson {
  private static final int SHORT = 60;
  private static final int LONG = 110;

  private final Phrasebook texts;

  PromptPerson(Phrasebook texts) {
    this.texts = texts;
  }

  /** All that a row of {@code therapist_personalities} says, the most telling first. */
  List<String> voice(Personality voice) {
    return lines(
        field("Name", voice.name(), SHORT),
        field("Way of speaking", voice.communicationStyle(), SHORT),
        field("Approach", voice.approach(), SHORT),
        techniques(voice.approach()),
        field("Traits, in words or from 0 to 1 or 10", pairs(voice.traits()), LONG),
        field("Title", voice.title(), SHORT),
        field("Who you are", voice.description(), LONG),
        field("Specialties", String.join(", ", voice.specialties()), SHORT),
        field("Good with", pairs(voice.effectivenessAreas()), SHORT));
  }

  /** All that a row of {@code user_cultural_profiles} says, the most telling first. */
  List<String> culture(Culture culture) {
    return lines(
        field("Avoid, unless they bring it up", join(culture.sensitivities()), LONG),
        field("Family", culture.familyStructure(), SHORT),
        Family.of(culture.familyStructure()) == Family.EXTENDED ? say("extended-family") : "",
        field("How they like to be spoken to", culture.communicationStyle(), SHORT),
        religion(culture),
        field("Approaches they prefer, before your own", join(culture.approachPreferences()), LONG),
        culture.approachPreferences().stream()
            .map(this::techniques)
            .filter(known -> !known.isEmpty())
            .findFirst()
            .orElse(""),
        field("Background", culture.background(), LONG),
        culture
            .primaryLanguage()
            .map(language -> field("First language", name(language), SHORT))
            .orElse(""));
  }

  /** How they are called, and what they are written to in. */
  String person(Person person) {
    return String.join(
        "\n",
        lines(
            field("First name", person.firstName(), SHORT),
            texts.say(Language.ENGLISH, "language", Map.of("language", name(person.language())))));
  }

  private String religion(Culture culture) {
    if (!culture.religiousConsiderations()) {
      return say("no-religion");
    }
    String details = culture.religiousDetails();
    return field("Faith matters to them", details.isBlank() ? "yes" : details, LONG);
  }

  private String techniques(String approach) {
    return Approach.of(approach)
        .map(known -> "approach." + known.word())
        .filter(key -> texts.has(Language.ENGLISH, key))
        .map(this::say)
        .orElse("");
  }

  private String say(String key) {
    return texts.say(Language.ENGLISH, key);
  }

  private static String name(Language language) {
    return language.locale().getDisplayLanguage(Locale.ENGLISH);
  }

  private static List<String> lines(String... lines) {
    return Stream.of(lines).filter(line -> !line.isBlank()).toList();
  }

  private static String field(String name, String value, int tokens) {
    return value.isBlank() ? "" : name + ": " + PromptData.line(value, tokens);
  }

  private static String join(List<String> values) {
    return String.join(", ", values);
  }

  private static String pairs(Map<String, String> values) {
    return values.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}
