package ai.therapysync.conversation.turn;

import ai.therapysync.conversation.memory.Memory;
import ai.therapysync.conversation.occasion.Commands;
import ai.therapysync.conversation.reply.ThemeReader;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.language.Phrasebook;
import ai.therapysync.crisis.risk.Category;
import ai.therapysync.crisis.risk.RiskLevel;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks back at a talk that has ended: what it was about, what it changed, whether danger was seen.
 */
public final class SessionReview {
  private static final int MOST = 4;
  private static final Pattern SENTENCES =
      Pattern.compile("[.!?\u3002\uFF01\uFF1F\u061F\u0964;\\n]+");

  private final ThemeReader themes = new ThemeReader();
  private final Commands relief = Commands.load(SessionReview.class, "relief");
  private final Phrasebook texts = Phrasebook.load(SessionReview.class, "review");

  /**
   * A talk that has ended. Private: never printed.
   *
   * @param words what the person wrote in it
   * @param learned what was learned in it, the most important first
   * @param done what was worked on in it
   * @param dangers what the screen saw in it
   */
  public record Ended(
      Language language,
      List<String> words,
      List<Memory> learned,
      Moods moods,
      Done done,
      List<Danger> dangers,
      Duration length) {
    public Ended {
      words = List.copyOf(words);
      learned = List.copyOf(learned);
      dangers = List.copyOf(dangers);
    }

    @Override
    public String toString() {
      return "Ended[" + words.size() + " messages]";
    }
  }

  /** The moods at its ends, 1 to 10. */
  public record Moods(Optional<Integer> before, Optional<Integer> after) {
    /** Above 0 when it went up. */
    public Optional<Integer> change() {
      return before.flatMap(first -> after.map(last -> last - first));
    }
  }

  /**
   * What was worked on in it. Private: never printed.
   *
   * @param set titles of the goals that were set
   * @param reached titles of the goals that were reached
   * @param questionnaires the names of those that were filled in
   */
  public record Done(List<String> set, List<String> reached, List<String> questionnaires) {
    public Done {
      set = List.copyOf(set);
      reached = List.copyOf(reached);
      questionnaires = List.copyOf(questionnaires);
    }

    /** Nothing. */
    public static Done nothing() {
      return new Done(List.of(), List.of(), List.of());
    }

    @Override
    public String toString() {
      return "Done[private]";
    }
  }

  /** An assessment of one of its messages. */
  public record Danger(RiskLevel level, Category category) {}

  /**
   * What is kept of it. Private: never printed.
   *
   * @param notes {@code session_notes}, in the person's language; never a word of theirs but what
   *     is remembered anyway
   * @param insights {@code ai_insights}
   * @param flags {@code crisis_flags}; empty when no danger was seen
   */
  public record Kept(String notes, Map<String, Object> insights, Map<String, Object> flags) {
    public Kept {
      insights = Map.copyOf(insights);
      flags = Map.copyOf(flags);
    }

    @Override
    public String toString() {
      return "Kept[private]";
    }
  }

  /** What is kept of a talk. */
  public Kept review(Ended talk) {
    List<String> about = themes.read(talk.words(), talk.language()).stream().limit(MOST).toList();
    return new Kept(notes(talk, about), insights(talk, about), flags(talk.dangers()));
  }

  private String notes(Ended talk, List<String> about) {
    Optional<String> spokenOf =
        about.isEmpty()
            ? Optional.empty()
            : Optional.of(say(talk, "about", Map.of("list", named(talk, about))));
    Optional<String> moods =
        talk.moods()
            .before()
            .flatMap(
                first -> talk.moods().after().map(last -> say(talk, "moods", both(first, last))))
            .or(() -> talk.moods().before().map(first -> say(talk, "mood", one(first))))
            .or(() -> talk.moods().after().map(last -> say(talk, "mood", one(last))));
    return Stream.of(
            spokenOf,
            moods,
            listed(talk, "learned", memories(talk, false)),
            listed(talk, "helped", helped(talk)),
            listed(talk, "goals.set", talk.done().set()),
            listed(talk, "goals.reached", talk.done().reached()),
            listed(talk, "questionnaires", talk.done().questionnaires()),
            talk.dangers().isEmpty()
                ? Optional.<String>empty()
                : Optional.of(say(talk, "danger", Map.of())))
        .flatMap(Optional::stream)
        .collect(Collectors.joining("\n"));
  }

  private Optional<String> listed(Ended talk, String key, List<String> items) {
    return items.isEmpty()
        ? Optional.empty()
        : Optional.of(say(talk, key, Map.of("list", String.join("; ", items))));
  }

  private static List<String> memories(Ended talk, boolean helped) {
    return talk.learned().stream()
        .filter(memory -> memory.type().equals("what_helped") == helped)
        .map(Memory::content)
        .limit(MOST)
        .toList();
  }

  /** What they named, else, where they said that it helped, the talk itself. */
  private List<String> helped(Ended talk) {
    List<String> named = memories(talk, true);
    boolean said =
        talk.words().stream()
            .flatMap(text -> SENTENCES.splitAsStream(text))
            .anyMatch(sentence -> relief.find(sentence.strip(), talk.language()).isPresent());
    return named.isEmpty() && said ? List.of(say(talk, "helped.talk", Map.of())) : named;
  }

  private String named(Ended talk, List<String> about) {
    return about.stream()
        .map(theme -> say(talk, "theme." + theme, Map.of()))
        .collect(Collectors.joining(", "));
  }

  private Map<String, Object> insights(Ended talk, List<String> about) {
    Map<String, Object> insights = new LinkedHashMap<>();
    insights.put("themes", about);
    talk.moods().before().ifPresent(mood -> insights.put("mood_before", mood));
    talk.moods().after().ifPresent(mood -> insights.put("mood_after", mood));
    talk.moods().change().ifPresent(change -> insights.put("mood_change", change));
    insights.put("what_helped", helped(talk));
    insights.put("goals_set", talk.done().set());
    insights.put("goals_reached", talk.done().reached());
    insights.put("questionnaires", talk.done().questionnaires());
    insights.put("messages", talk.words().size());
    insights.put("minutes", talk.length().toMinutes());
    return insights;
  }

  private static Map<String, Object> flags(List<Danger> dangers) {
    return dangers.stream()
        .map(Danger::level)
        .max(Comparator.naturalOrder())
        .<Map<String, Object>>map(highest ->
            Map.of(
                "highest", highest.word(),
                "messages", dangers.size(),
                "categories",
                    dangers.stream()
                        .map(one -> one.category().word())
                        .distinct()
                        .sorted()
                        .toList()))
        .orElse(Map.of());
  }

  private static Map<String, String> both(int before, int after) {
    return Map.of("before", Integer.toString(before), "after", Integer.toString(after));
  }

  private static Map<String, String> one(int mood) {
    return Map.of("mood", Integer.toString(mood));
  }

  private String say(Ended talk, String key, Map<String, ?> values) {
    return texts.say(talk.language(), key, values);
  }
}
