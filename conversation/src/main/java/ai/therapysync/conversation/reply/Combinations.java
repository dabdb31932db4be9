package ai.therapysync.conversation.reply;

import ai.therapysync.conversation.person.LanguageGuess;
import ai.therapysync.conversation.reply.Combination.Part;
import ai.therapysync.conversation.reply.Combination.Place;
import ai.therapysync.conversation.reply.Verdict.Fault;
import ai.therapysync.crisis.language.Language;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Finds words that a safe answer never brings together, from {@code guard/together.txt}: whoever
 * says it in words that no list foresaw still has to name the thing and what to do with it.
 */
final class Combinations {
  private final List<Combination> rules = rules();
  private final Map<Language, GuardWords> words = new EnumMap<>(Language.class);
  private final LanguageGuess guess = new LanguageGuess();

  Combinations() {
    for (Language language : Language.values()) {
      words.put(language, new GuardWords(language));
    }
  }

  /**
   * What is wrong with an answer.
   *
   * @param theirs what the person said themselves: names that stand there may come back
   */
  Set<Fault> faults(String answer, Language language, String theirs) {
    Set<Fault> faults = EnumSet.noneOf(Fault.class);
    broken(answer, language, theirs).forEach(rule -> faults.add(rule.fault()));
    return faults;
  }

  /** The rules that the answer breaks. */
  Set<Combination> broken(String answer, Language language, String theirs) {
    String known = GuardWords.plain(theirs);
    List<String> sentences = Sentences.of(answer);
    List<String> plain = sentences.stream().map(Surroundings::plain).toList();
    Set<Combination> broken = new LinkedHashSet<>();
    for (int at = 0; at < sentences.size(); at++) {
      for (Language spoken : spokenIn(sentences.get(at), language)) {
        Surroundings around = new Surroundings(wordsOf(spoken), plain, at, known);
        rules.stream().filter(rule -> isBroken(rule, around)).forEach(broken::add);
      }
    }
    return broken;
  }

  /** The language that is asked for, and the one that it looks like. */
  private Set<Language> spokenIn(String sentence, Language asked) {
    Set<Language> spoken = EnumSet.of(asked);
    guess.guess(sentence).ifPresent(spoken::add);
    return spoken;
  }

  private GuardWords wordsOf(Language language) {
    return Objects.requireNonNull(words.get(language));
  }

  private static boolean isBroken(Combination rule, Surroundings around) {
    for (Part part : rule.unless()) {
      if (part.place() != Place.BEFORE && around.has(part, rule.wanted().getFirst())) {
        return false;
      }
    }
    List<String> turns =
        rule.unless().stream()
            .filter(part -> part.place() == Place.BEFORE)
            .map(Part::family)
            .toList();
    Part last = rule.wanted().getLast();
    return rule.wanted().stream().allMatch(part -> around.has(part, rule.wanted().getFirst()))
        && around.stands(last, turns);
  }

  private static List<Combination> rules() {
    List<Combination> rules = new ArrayList<>();
    Fault fault = Fault.METHOD;
    for (String line : GuardWords.text("together").lines().toList()) {
      if (line.startsWith("[")) {
        fault = Fault.valueOf(line.substring(1, line.length() - 1));
      } else if (!line.isBlank()) {
        rules.add(Combination.of(fault, line));
      }
    }
    return List.copyOf(rules);
  }
}
