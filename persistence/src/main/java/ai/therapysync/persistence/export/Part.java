package ai.therapysync.persistence.export;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * One file of the archive, a line of {@code archive.txt}.
 *
 * @param rows what follows {@code FROM}; the row's alias is {@code t}
 * @param order the columns that order them; the last one is their key
 * @param without columns that stay here; {@code a.b} is the key {@code b} in a JSON column
 * @param words what it is, said to the person
 */
record Part(String file, String rows, String order, List<String> without, String words) {
  Part {
    without = List.copyOf(without);
  }

  static List<Part> all() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Part.class.getResourceAsStream("archive.txt")),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Part::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The keys of all rows, in their order. */
  String keys() {
    return "SELECT r." + key() + " AS key FROM (SELECT t.* FROM " + rows + ") r ORDER BY " + order;
  }

  /** Those rows, one JSON object each. */
  String some() {
    return "SELECT to_json(r)::text FROM (SELECT t.* FROM "
        + rows
        + ") r WHERE r."
        + key()
        + " = ANY(:keys) ORDER BY "
        + order;
  }

  /** Rows are told apart by what orders them last. */
  private String key() {
    return order.substring(order.lastIndexOf(' ') + 1);
  }

  private static Part parse(String line) {
    // Two strokes that touch are SQL's, which joins texts by them.
    String[] fields = line.split("(?<!\\|)\\|(?!\\|)", -1);
    if (fields.length != 5) {
      throw new IllegalStateException("A line of archive.txt has five fields: " + line);
    }
    String without = fields[3].strip();
    return new Part(
        fields[0].strip(),
        fields[1].strip(),
        fields[2].strip(),
        without.equals("-") ? List.of() : List.of(without.split(" ", -1)),
        fields[4].strip());
  }
}
