package ai.therapysync.conversation.memory;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What becomes of something that was learned, beside what is known: a fact that is known grows
 * stronger, one that has changed is set right, and only the rest is new.
 */
public sealed interface Keeping {
  /** It is new. */
  record Added(Memory memory) implements Keeping {}

  /** It was known. */
  record Strengthened(UUID known) implements Keeping {}

  /** It takes the place of what was known. */
  record Corrected(UUID known, Memory memory) implements Keeping {}

  /** A memory that is kept. Private: never printed. */
  record Known(UUID id, Memory memory) {
    @Override
    public String toString() {
      return "Known[" + id + "]";
    }
  }

  /**
   * Compares with what is known.
   *
   * @param known what may be about the same, the last touched first
   */
  static Keeping of(Memory learned, List<Known> known) {
    return learned
        .replaces()
        .flatMap(title -> named(title, learned, known))
        .<Keeping>map(old -> new Corrected(old.id(), learned.kept()))
        .orElseGet(() -> compared(learned.kept(), known));
  }

  private static Optional<Known> named(String title, Memory learned, List<Known> known) {
    return known.stream()
        .filter(old -> old.memory().type().equals(learned.type()))
        .filter(old -> plain(old.memory().title()).equals(plain(title)))
        .findFirst();
  }

  private static Keeping compared(Memory learned, List<Known> known) {
    Optional<Known> same =
        known.stream().filter(old -> says(old.memory()).equals(says(learned))).findFirst();
    if (same.isPresent()) {
      return new Strengthened(same.get().id());
    }
    return known.stream()
        .filter(old -> old.memory().type().equals(learned.type()))
        .filter(old -> isReplaced(old.memory(), learned))
        .findFirst()
        .<Keeping>map(old -> new Corrected(old.id(), learned))
        .orElseGet(() -> new Added(learned));
  }

  private static boolean isReplaced(Memory old, Memory learned) {
    if (plain(old.title()).equals(plain(learned.title()))) {
      return true;
    }
    List<String> shared =
        learned.subjects().stream().filter(subject -> old.tags().contains(subject)).toList();
    boolean onlyOne = shared.stream().anyMatch(subject -> subject.startsWith(Memory.ABOUT));
    boolean setRight = !shared.isEmpty() && learned.tags().contains(Memory.RIGHT);
    return onlyOne || setRight || (!shared.isEmpty() && isSpelledAlike(old, learned));
  }

  /** "Ana" and "Anna", "Sara" and "Sarah", are one sister; "Ana" and "Eva" are two. */
  private static boolean isSpelledAlike(Memory old, Memory learned) {
    return sound(old.title()).equals(sound(learned.title()));
  }

  private static String says(Memory memory) {
    return plain(memory.content());
  }

  private static String plain(String text) {
    return Remembering.words(text);
  }

  private static String sound(String text) {
    return Normalizer.normalize(plain(text), Normalizer.Form.NFD)
        .replaceAll("[\\u0300-\\u036f]", "")
        .toLowerCase(Locale.ROOT)
        .replace("h", "")
        .replace("ph", "f")
        .replaceAll("[yi]e?", "i")
        .replaceAll("[ck]", "k")
        .replaceAll("(.)\\1+", "$1");
  }
}
