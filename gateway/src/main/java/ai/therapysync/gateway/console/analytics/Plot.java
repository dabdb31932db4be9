package ai.therapysync.gateway.console.analytics;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A figure over time.
 *
 * @param total what it comes to over all of the time, in words
 * @param summary what is to be seen, for who can't see it
 * @param data what {@code plots.js} draws
 */
public record Plot(String title, String meaning, String total, String summary, String data) {
  /** A point in time, named as {@code plots.js} reads it; a gap where there is no figure. */
  record Point(String at, Optional<BigDecimal> value) {
    @Override
    public String toString() {
      return "Point[" + at + "]";
    }
  }

  /**
   * How it is drawn and told.
   *
   * @param fromZero whether its axis begins with nothing, so that heights can be compared
   */
  record Manner(boolean fromZero, Function<BigDecimal, String> words) {}

  static Plot of(String title, String meaning, String total, List<Point> points, Manner manner) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    ArrayNode labels = data.putArray("labels");
    ArrayNode values = data.putArray("series").addObject().put("label", title).putArray("values");
    for (Point point : points) {
      labels.add(point.at());
      point.value().ifPresentOrElse(values::add, values::addNull);
    }
    data.put("utc", true).put("zero", manner.fromZero());
    return new Plot(title, meaning, total, summary(points, manner.words()), data.toString());
  }

  private static String summary(List<Point> points, Function<BigDecimal, String> words) {
    List<Point> having = points.stream().filter(point -> point.value().isPresent()).toList();
    if (having.isEmpty()) {
      return "No figures in these days.";
    }
    Point highest = having.getFirst();
    Point lowest = having.getFirst();
    for (Point point : having) {
      highest = value(point).compareTo(value(highest)) > 0 ? point : highest;
      lowest = value(point).compareTo(value(lowest)) < 0 ? point : lowest;
    }
    return value(highest).compareTo(value(lowest)) == 0
        ? "Always " + words.apply(value(highest)) + "."
        : "Lowest %s (%s), highest %s (%s)."
            .formatted(
                words.apply(value(lowest)),
                Numbers.day(lowest.at()),
                words.apply(value(highest)),
                Numbers.day(highest.at()));
  }

  private static BigDecimal value(Point point) {
    return point.value().orElse(BigDecimal.ZERO);
  }

  @Override
  public String toString() {
    return "Plot[" + title + "]";
  }
}
