package ai.therapysync.conversation.memory;

import ai.therapysync.conversation.memory.NameSwap.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Sets a name right that is known: in the memory of that person first, then wherever else it stands
 * in what was recalled. A name that nobody known bears corrects nothing.
 */
final class NameCorrection {
  private static final String PERSON = "person";
  private static final Pattern BESIDE = Pattern.compile("[(\uFF08].*$");
  private static final Pattern MARKS = Pattern.compile("[\"\u201C-\u201E\u00AB\u00BB\u300C\u300D]");
  private static final Pattern ENDS =
      Pattern.compile("^[\\s\u00BF\u00A1]+|[\\s.!?\u2026\u3002\uFF01\uFF1F\u061F\u0964;,]+$");

  private final Schooling schooling;
  private final List<Memory> known;

  NameCorrection(Schooling schooling, List<Memory> known) {
    this.schooling = schooling;
    this.known =
        known.stream()
            .sorted(Comparator.comparing((Memory memory) -> !memory.type().equals(PERSON)))
            .toList();
  }

  /** What is known, with the name put right; empty where the sentence says nothing of the kind. */
  List<Memory> heard(String sentence) {
    String bare = ENDS.matcher(MARKS.matcher(sentence).replaceAll("")).replaceAll("");
    return schooling.swaps().stream()
        .flatMap(swap -> swap.heard(bare).stream())
        .map(this::corrected)
        .filter(memories -> !memories.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private List<Memory> corrected(Names names) {
    boolean isAnother = people().anyMatch(name -> same(name, names.right()));
    Optional<String> old = people().filter(name -> isMeant(name, names)).findFirst();
    return isAnother
        ? List.of()
        : old.map(wrong -> known.stream().flatMap(it -> put(it, wrong, names.right())).toList())
            .orElse(List.of());
  }

  private static boolean isMeant(String name, Names names) {
    return names
        .wrong()
        .map(wrong -> same(name, wrong))
        .orElseGet(() -> Likeness.isSlip(name, names.right()));
  }

  /** The names of those who are known, as they are written there. */
  private Stream<String> people() {
    return known.stream()
        .filter(memory -> memory.type().equals(PERSON))
        .map(memory -> BESIDE.matcher(memory.title()).replaceFirst(""))
        .flatMap(title -> Arrays.stream(title.split("[^\\p{L}\\p{M}'-]+")))
        .filter(word -> !word.isEmpty());
  }

  private static boolean same(String one, String other) {
    return Likeness.plain(one).equals(Likeness.plain(other));
  }

  private Stream<Memory> put(Memory memory, String wrong, String said) {
    Pattern name = word(wrong);
    if (!name.matcher(memory.title() + "\n" + memory.content()).find()) {
      return Stream.empty();
    }
    String right = Matcher.quoteReplacement(written(said, wrong));
    List<String> tags = new ArrayList<>();
    memory.tags().stream().map(tag -> name.matcher(tag).replaceAll(right)).forEach(tags::add);
    tags.add(Memory.RIGHT);
    tags.add(Memory.INSTEAD + memory.title());
    return Stream.of(
        new Memory(
            memory.type(),
            name.matcher(memory.title()).replaceAll(right),
            name.matcher(memory.content()).replaceAll(right),
            tags.stream().distinct().toList(),
            memory.importance()));
  }

  private Pattern word(String name) {
    String quoted = Pattern.quote(name);
    return Pattern.compile(
        schooling.isSpaced() ? "(?<![\\p{L}\\p{M}])" + quoted + "(?![\\p{L}\\p{M}])" : quoted,
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** On a phone names begin small; they are kept as the old one was written. */
  private static String written(String said, String old) {
    boolean capital = Character.isUpperCase(old.codePointAt(0));
    int first = said.offsetByCodePoints(0, 1);
    return capital
        ? said.substring(0, first).toUpperCase(Locale.ROOT) + said.substring(first)
        : said;
  }
}
