package ai.therapysync.conversation.occasion;

import ai.therapysync.conversation.message.Choices;
import ai.therapysync.conversation.message.Choices.Choice;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.language.Phrasebook;
import ai.therapysync.crisis.safety.ExactWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes the answers that can be tapped beside our questions, in every language. */
public final class QuickAnswers {
  private final Phrasebook texts = Phrasebook.load(QuickAnswers.class, "quick");

  /** To a question that asks for no more than that. */
  public Choices yesNo(Language language) {
    return ofWords(language, List.of("yes", "no"));
  }

  /** To an offer that stays open in any case. */
  public Choices yesLater(Language language) {
    return ofWords(language, List.of("yes", "later"));
  }

  /** To the news that no human has come yet. */
  public Choices goOn(Language language) {
    return ofWords(language, List.of("continue"));
  }

  /** To "are you safe?". */
  public Choices safety(Language language) {
    return safety(language, "safe", "danger");
  }

  /** To "are they safe?". */
  public Choices safetyOfAnother(Language language) {
    return safety(language, "other.safe", "other.danger");
  }

  /** Each of the figures. */
  public Choices figures(Language language, int from, int to) {
    return choices(
        language,
        IntStream.rangeClosed(from, to)
            .mapToObj(Integer::toString)
            .map(figure -> new Choice(figure, figure))
            .toList());
  }

  /** A scale that begins with 0, by what each of its figures means. */
  public Choices scale(Language language, List<String> meanings) {
    List<Choice> scale = new ArrayList<>();
    meanings.forEach(meaning -> scale.add(new Choice(Integer.toString(scale.size()), meaning)));
    return choices(language, scale);
  }

  /** Words that stand for themselves. */
  public Choices words(Language language, List<String> words) {
    return choices(language, words.stream().map(word -> new Choice(word, word)).toList());
  }

  /**
   * A list that is numbered from 1, of what each person has of their own; the number is the answer.
   * Empty where two would look the same, or there are too many.
   */
  public Optional<Choices> list(Language language, List<Entry> entries) {
    return ofEntries(language, entries, entry -> Integer.toString(entries.indexOf(entry) + 1));
  }

  /** The same, where the name is the answer. */
  public Optional<Choices> names(Language language, List<Entry> entries) {
    return ofEntries(language, entries, Entry::label);
  }

  private Optional<Choices> ofEntries(
      Language language, List<Entry> entries, Function<Entry, String> answer) {
    Set<String> labels =
        entries.stream().map(Entry::label).map(ExactWord::of).collect(Collectors.toSet());
    if (labels.size() != entries.size() || labels.contains("") || entries.isEmpty()) {
      return Optional.empty();
    }
    List<Choice> all =
        entries.stream()
            .map(entry -> new Choice(answer.apply(entry), entry.label(), entry.detail()))
            .toList();
    return Choices.fit(all) ? Optional.of(choices(language, all)) : Optional.empty();
  }

  /** What is said when a button of an earlier question was tapped. */
  public String late(Language language) {
    return texts.say(language, "late");
  }

  /** A line of a list; longer words and breaks are taken out. Private: never printed. */
  public record Entry(String label, String detail) {
    private static final int LONGEST = 80;

    public Entry {
      label = line(label);
      detail = line(detail);
    }

    /** Label and detail in one line. */
    String line() {
      return detail.isEmpty() ? label : label + ": " + detail;
    }

    private static String line(String text) {
      String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
      return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "\u2026";
    }

    @Override
    public String toString() {
      return "Entry[private]";
    }
  }

  /** Whoever needs help has said that they are not safe. */
  private Choices safety(Language language, String safe, String danger) {
    String well = texts.say(language, safe);
    return choices(
        language,
        List.of(
            new Choice(well, well),
            new Choice(texts.say(language, danger + ".meaning"), texts.say(language, danger))));
  }

  private Choices ofWords(Language language, List<String> keys) {
    return words(language, keys.stream().map(key -> texts.say(language, key)).toList());
  }

  private Choices choices(Language language, List<Choice> all) {
    return new Choices(texts.say(language, "opener"), all);
  }
}
