package ai.therapysync.gateway.console.people;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Moods and scores over time, each as a plot with the same figures in a table beside it. */
public final class Curves {
  private Curves() {}

  /**
   * A plot.
   *
   * @param data what {@code plots.js} draws
   */
  public record Curve(String title, String data, List<Point> points) {
    public Curve {
      points = List.copyOf(points);
    }

    @Override
    public String toString() {
      return "Curve[" + title + "]";
    }
  }

  /** A figure of a day, the latest first. Private: never printed. */
  public record Point(Instant at, int figure, String words) {
    @Override
    public String toString() {
      return "Point[" + at + "]";
    }
  }

  static List<Curve> of(List<ObjectNode> moods, List<ObjectNode> assessments) {
    List<Curve> curves = new ArrayList<>();
    if (!moods.isEmpty()) {
      curves.add(
          curve(
              "Mood, from 1 to 10",
              moods.stream().map(row -> point(row, "mood", "note")).toList()));
    }
    Map<String, List<Point>> scores = new LinkedHashMap<>();
    assessments.stream()
        .filter(row -> row.path("score").isNumber())
        .forEach(row ->
            scores
                .computeIfAbsent(row.path("instrument").asText(), _ -> new ArrayList<>())
                .add(point(row, "score", "severity")));
    scores.forEach((instrument, points) ->
        curves.add(curve(instrument.toUpperCase(Locale.ROOT).replace('_', '-'), points)));
    return curves;
  }

  private static Curve curve(String title, List<Point> points) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    ArrayNode labels = data.putArray("labels");
    ObjectNode series = data.putArray("series").addObject().put("label", title);
    ArrayNode values = series.putArray("values");
    for (Point point : points.reversed()) {
      labels.add(point.at().toString());
      values.add(point.figure());
    }
    return new Curve(title, data.toString(), points);
  }

  private static Point point(ObjectNode row, String figure, String words) {
    return new Point(
        OffsetDateTime.parse(row.path("created_at").asText()).toInstant(),
        row.path(figure).asInt(),
        row.path(words).isTextual() ? row.path(words).asText() : "");
  }
}
