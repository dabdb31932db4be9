package ai.therapysync.conversation.reply;

import ai.therapysync.conversation.reply.Verdict.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Families of words that a sentence must not bring together.
 *
 * @param fault what it would be
 * @param wanted the families that meet; the first says which sentence it is about
 * @param unless what makes it harmless
 */
record Combination(Fault fault, List<Part> wanted, List<Part> unless) {
  private static final Pattern PART = Pattern.compile("([+-]?) ?([A-Z_]+)([~=<]?)");

  /** Where a family must stand. */
  enum Place {
    /** In the same sentence. */
    SENTENCE(""),
    /** There or in the one before or behind. */
    NEIGHBOURS("~"),
    /** A few words away from the first family. */
    CLOSE("="),
    /** Before the last family, in its clause. */
    BEFORE("<");

    private final String mark;

    Place(String mark) {
      this.mark = mark;
    }

    private static Place of(String mark) {
      return List.of(values()).stream()
          .filter(place -> place.mark.equals(mark))
          .findFirst()
          .orElseThrow();
    }
  }

  /** A family and where it must stand. */
  record Part(String family, Place place) {}

  Combination {
    wanted = List.copyOf(wanted);
    unless = List.copyOf(unless);
  }

  /** Reads {@code PILLS + HEAP~ - SAFE}. */
  static Combination of(Fault fault, String line) {
    List<Part> wanted = new ArrayList<>();
    List<Part> unless = new ArrayList<>();
    PART.matcher(line)
        .results()
        .forEach(found -> {
          Part part = new Part(found.group(2), Place.of(found.group(3)));
          (found.group(1).equals("-") ? unless : wanted).add(part);
        });
    return new Combination(fault, wanted, unless);
  }
}
