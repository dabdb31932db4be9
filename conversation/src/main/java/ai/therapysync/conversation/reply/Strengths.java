package ai.therapysync.conversation.reply;

import ai.therapysync.conversation.person.Person;
import ai.therapysync.conversation.person.Personality;
import ai.therapysync.crisis.language.Language;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The themes that a voice is for, heard in its row as in a message: its questions about them come
 * first, its exercises for them earlier.
 */
record Strengths(Set<String> specialties, Set<String> effective) {
  static Strengths of(Person person, Listener listener) {
    Personality voice = person.personality();
    Stream<String> areas =
        voice.effectivenessAreas().entrySet().stream()
            .filter(area -> Degree.of(area.getValue()) != Degree.LOW)
            .map(area -> area.getKey() + " " + area.getValue());
    return new Strengths(
        themes(voice.specialties().stream(), person.language(), listener),
        themes(areas, person.language(), listener));
  }

  /** Rows are often written in English, whatever is spoken, and in the plural. */
  private static Set<String> themes(Stream<String> written, Language language, Listener listener) {
    return written
        .flatMap(text -> Stream.of(text, text.replaceAll("s\\b", "")))
        .map(text -> text.replace('_', ' '))
        .flatMap(text ->
            Stream.of(Language.ENGLISH, language)
                .flatMap(spoken -> listener.hear(text, spoken).themes().stream()))
        .collect(Collectors.toUnmodifiableSet());
  }

  boolean isSpecialFor(String theme) {
    return specialties.contains(theme);
  }

  boolean isEffectiveIn(String theme) {
    return effective.contains(theme);
  }
}
