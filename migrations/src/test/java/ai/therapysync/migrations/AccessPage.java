package ai.therapysync.migrations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The matrix as people read it: {@code docs/access.md}. */
final class AccessPage {
  private static final String NOTHING = "–";

  private final String text;

  private AccessPage(String text) {
    this.text = text;
  }

  static AccessPage read() {
    try {
      return new AccessPage(Files.readString(Path.of("..", "docs", "access.md")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What each caller may do to a row of each kind, in letters of {@code SIUD}. */
  Map<String, Map<String, String>> matrix() {
    Map<String, Map<String, String>> matrix = new LinkedHashMap<>();
    for (String chapter : List.of("People", "Operators")) {
      List<List<String>> lines = table(chapter, "Table");
      List<String> callers = lines.getFirst();
      for (List<String> line : lines.subList(1, lines.size())) {
        Map<String, String> cells =
            matrix.computeIfAbsent(line.getFirst(), _ -> new LinkedHashMap<>());
        for (int i = 1; i < callers.size(); i++) {
          cells.put(callers.get(i), line.get(i).replace(NOTHING, ""));
        }
      }
    }
    return matrix;
  }

  /** Of each table that is named: the columns not selected, inserted and updated. */
  Map<String, List<Set<String>>> columns() {
    return table("Columns", "Table").stream()
        .skip(1)
        .collect(
            Collectors.toMap(
                List::getFirst, line -> line.stream().skip(1).map(AccessPage::words).toList()));
  }

  Set<String> functions() {
    return table("Beyond the tables", "Function").stream()
        .skip(1)
        .flatMap(line -> words(line.getFirst()).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> words(String cell) {
    return cell.equals(NOTHING) ? Set.of() : new TreeSet<>(Arrays.asList(cell.split(", ", -1)));
  }

  /** The lines of a chapter's table, the one with the names of its columns first. */
  private List<List<String>> table(String chapter, String firstColumn) {
    List<List<String>> lines =
        text.substring(text.indexOf("\n## " + chapter + "\n") + 1)
            .lines()
            .skip(1)
            .takeWhile(line -> !line.startsWith("## "))
            .dropWhile(line -> !line.startsWith("| " + firstColumn + " |"))
            .takeWhile(line -> line.startsWith("|"))
            .filter(line -> !line.startsWith("|---"))
            .map(line ->
                Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                    .map(String::strip)
                    .toList())
            .toList();
    if (lines.isEmpty()) {
      throw new IllegalStateException("docs/access.md has no such table: " + chapter);
    }
    return lines;
  }
}
