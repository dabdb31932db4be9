package ai.therapysync.crisis.safety;

import ai.therapysync.crisis.safety.CrisisLine.Kind;
import ai.therapysync.crisis.safety.CrisisLine.Opening;
import ai.therapysync.crisis.safety.CrisisLine.Provenance;
import ai.therapysync.crisis.safety.CrisisLine.TextLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The crisis lines and emergency numbers of each country, from {@code crisis-lines.txt}, which says
 * what its columns mean.
 */
public final class CrisisLines {
  private static final String FILE = "crisis-lines.txt";

  private final Map<String, Lines> byRegion;

  private CrisisLines(Map<String, Lines> byRegion) {
    this.byRegion = byRegion;
  }

  /** Reads the data that comes with the program. */
  public static CrisisLines load() {
    try (InputStream in =
            Objects.requireNonNull(CrisisLines.class.getResourceAsStream(FILE), FILE);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return read(reader.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException("The crisis lines in " + FILE + " can't be read", e);
    }
  }

  /** The lines of a country, ISO 3166; empty where we know none. */
  public Optional<Lines> of(String region) {
    return Optional.ofNullable(byRegion.get(region.toUpperCase(Locale.ROOT)));
  }

  /**
   * The lines for a phone number: those of its country, else those of the main country of its
   * calling code, else none.
   */
  public Lines forNumberRegion(String region, String mainRegion) {
    return of(region).or(() -> of(mainRegion)).orElseGet(Lines::unknown);
  }

  /** The countries of which we know at least one number. */
  public Set<String> regions() {
    return new TreeSet<>(byRegion.keySet());
  }

  static CrisisLines read(List<String> rows) {
    Map<String, List<CrisisLine>> found = new TreeMap<>();
    for (int row = 0; row < rows.size(); row++) {
      String text = rows.get(row).strip();
      if (!text.isEmpty() && !text.startsWith("#")) {
        add(found, text, row + 1);
      }
    }
    Map<String, Lines> lines = new TreeMap<>();
    found.forEach((region, all) -> lines.put(region, new Lines(region, all)));
    return new CrisisLines(lines);
  }

  private static void add(Map<String, List<CrisisLine>> found, String text, int row) {
    List<String> cells = Arrays.stream(text.split("\\|", -1)).map(String::strip).toList();
    if (cells.size() != 11 || cells.contains("")) {
      throw new IllegalStateException(
          FILE + ", line " + row + ": eleven filled cells are needed, separated by |");
    }
    try {
      CrisisLine line = line(cells);
      for (String region : cells.getFirst().split("\\+", -1)) {
        found.computeIfAbsent(region, _ -> new ArrayList<>()).add(line);
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IllegalStateException(FILE + ", line " + row + ": " + e.getMessage(), e);
    }
  }

  private static CrisisLine line(List<String> cells) {
    return new CrisisLine(
        Kind.valueOf(cells.get(1).toUpperCase(Locale.ROOT)),
        cells.get(2),
        cells.get(3),
        textLine(cells.get(4)),
        new Opening(cells.get(5), List.of(cells.get(6).split(",", -1))),
        provenance(cells.subList(7, 11)));
  }

  private static Provenance provenance(List<String> cells) {
    return new Provenance(
        cells.get(0),
        URI.create(cells.get(1)),
        Optional.of(cells.get(2)).filter(month -> !month.equals("-")).map(YearMonth::parse),
        LocalDate.parse(cells.get(3)));
  }

  private static Optional<TextLine> textLine(String cell) {
    if (cell.equals("-")) {
      return Optional.empty();
    }
    String[] parts = cell.split(" ", 2);
    return Optional.of(
        Character.isLetter(cell.charAt(0))
            ? new TextLine(Optional.of(parts[0]), parts[1])
            : new TextLine(Optional.empty(), cell));
  }
}
