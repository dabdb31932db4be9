package ai.therapysync.gateway.console.analytics;

import java.util.List;

/**
 * Figures as a page shows them: the main ones large, each over time, and all of them in a table.
 *
 * @param note how the points are made, where that needs words
 */
public record Shown(List<Tile> tiles, List<Plot> plots, Table table, String note) {
  public Shown {
    tiles = List.copyOf(tiles);
    plots = List.copyOf(plots);
  }

  /** A figure of all the days, and how it has changed. */
  public record Tile(String label, String figure, String note) {
    @Override
    public String toString() {
      return "Tile[" + label + "]";
    }
  }

  /**
   * All figures, the latest first.
   *
   * @param rows each begins with when it is of
   */
  public record Table(List<String> heads, List<List<String>> rows) {
    public Table {
      heads = List.copyOf(heads);
      rows = rows.stream().map(List::copyOf).toList();
    }

    @Override
    public String toString() {
      return "Table[" + rows.size() + " rows]";
    }
  }

  static Shown nothing() {
    return new Shown(List.of(), List.of(), new Table(List.of(), List.of()), "");
  }

  public boolean isEmpty() {
    return table.rows().isEmpty();
  }
}
