package ai.therapysync.gateway.console.page;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes rows as RFC 4180 has them. A text that a spreadsheet would take for a formula gets an
 * apostrophe before it, so that it stays a text.
 */
public final class Csv {
  public static final String TYPE = "text/csv; charset=utf-8";

  private static final String BEGINS_A_FORMULA = "=+-@\t\r\n";

  private final Writer writer;

  public Csv(Writer writer) {
    this.writer = writer;
  }

  /** A cell of a row. */
  public sealed interface Cell {
    /** Words, whoever wrote them. */
    record Text(String text) implements Cell {
      @Override
      public String toString() {
        return "Text[private]";
      }
    }

    /** A figure; empty where there is none. */
    record Figure(Optional<BigDecimal> figure) implements Cell {
      @Override
      public String toString() {
        return "Figure[private]";
      }
    }
  }

  public static Cell text(String text) {
    return new Cell.Text(text);
  }

  public static Cell figure(Optional<BigDecimal> figure) {
    return new Cell.Figure(figure);
  }

  /** Writes one row. */
  public void row(List<Cell> cells) throws IOException {
    writer.write(cells.stream().map(Csv::written).collect(Collectors.joining(",")));
    writer.write("\r\n");
  }

  private static String written(Cell cell) {
    return switch (cell) {
      case Cell.Text(String text) -> quoted(text);
      case Cell.Figure(Optional<BigDecimal> figure) ->
          figure.map(value -> value.stripTrailingZeros().toPlainString()).orElse("");
    };
  }

  private static String quoted(String text) {
    boolean formula = !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0;
    String safe = formula ? "'" + text : text;
    return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }
}
