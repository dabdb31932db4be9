package ai.therapysync.gateway.console.analytics;

import ai.therapysync.persistence.figures.HourView;
import ai.therapysync.persistence.figures.HourView.Point;
import ai.therapysync.persistence.figures.Metric;
import ai.therapysync.persistence.figures.Span;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the gateway measures of itself: as tiles, plots and a table. */
final class HourCharts {
  private static final List<Metric> MAIN =
      List.of(
          Metric.ANSWERS,
          Metric.ANSWER_SECONDS_P95,
          Metric.MODEL_FAILURES,
          Metric.DELIVERIES_FAILED_SHARE,
          Metric.CRISIS_ANSWER_SECONDS_P95,
          Metric.ACKNOWLEDGEMENT_SECONDS_MEDIAN);

  /** What others measure is shown, too; so many kinds of it. */
  private static final int MOST_OTHERS = 30;

  private final Span span;
  private final boolean byHour;

  HourCharts(Span span) {
    this.span = span;
    this.byHour = span.days() <= HourView.BY_HOUR;
  }

  Shown shown(List<Point> now, List<Point> before) {
    Map<String, List<Point>> kinds = byKind(now);
    Map<String, List<Point>> kindsBefore = byKind(before);
    return new Shown(
        MAIN.stream().map(metric -> tile(metric, kinds, kindsBefore)).toList(),
        kinds.entrySet().stream().map(kind -> plot(kind.getKey(), kind.getValue())).toList(),
        table(kinds),
        note());
  }

  private String note() {
    return "Each point is %s, in UTC.".formatted(byHour ? "an hour" : "a day")
        + " Over more than an hour counts are added up; a share and a half are weighed by how many"
        + " they are of; for 95 of 100 the slowest hour stands.";
  }

  /** Ours in their order, then those of others. */
  private static Map<String, List<Point>> byKind(List<Point> points) {
    Map<String, List<Point>> found = new HashMap<>();
    points.forEach(
        point -> found.computeIfAbsent(point.metric(), _ -> new ArrayList<>()).add(point));
    Map<String, List<Point>> kinds = new LinkedHashMap<>();
    Stream.concat(
            Stream.of(Metric.values()).map(Metric::word),
            found.keySet().stream()
                .filter(kind -> Metric.of(kind).isEmpty())
                .sorted(Comparator.naturalOrder())
                .limit(MOST_OTHERS))
        .filter(found::containsKey)
        .forEach(kind -> kinds.put(kind, found.getOrDefault(kind, List.of())));
    return kinds;
  }

  /** What a point says: by the kind of figure. */
  private static BigDecimal value(Point point) {
    return Metric.of(point.metric())
        .map(metric ->
            switch (metric.unit()) {
              case COUNT -> point.total();
              case SHARE -> point.mean();
              case SECONDS -> isWorst(metric) ? point.highest() : point.mean();
            })
        .orElse(point.mean());
  }

  /** Shares are drawn in per cent. */
  private static BigDecimal drawn(Point point) {
    boolean share =
        Metric.of(point.metric()).filter(one -> one.unit() == Metric.Unit.SHARE).isPresent();
    return share ? value(point).movePointRight(2) : value(point);
  }

  private static boolean isWorst(Metric metric) {
    return metric.word().endsWith("_p95");
  }

  /** The same for many points. */
  private static Optional<BigDecimal> summary(List<Point> points) {
    if (points.isEmpty()) {
      return Optional.empty();
    }
    Optional<Metric> metric = Metric.of(points.getFirst().metric());
    Stream<BigDecimal> values = points.stream().map(HourCharts::value);
    if (metric.filter(one -> one.unit() == Metric.Unit.COUNT).isPresent()) {
      return values.reduce(BigDecimal::add);
    }
    return metric.filter(HourCharts::isWorst).isPresent()
        ? values.max(Comparator.naturalOrder())
        : mean(points);
  }

  private static Optional<BigDecimal> mean(List<Point> points) {
    BigDecimal of = BigDecimal.ZERO;
    BigDecimal total = BigDecimal.ZERO;
    for (Point point : points) {
      BigDecimal weight = BigDecimal.valueOf(Math.max(1, point.of()));
      of = of.add(weight);
      total = total.add(value(point).multiply(weight));
    }
    return Optional.of(total.divide(of, MathContext.DECIMAL64));
  }

  private Shown.Tile tile(
      Metric metric, Map<String, List<Point>> kinds, Map<String, List<Point>> before) {
    Optional<BigDecimal> now = summary(kinds.getOrDefault(metric.word(), List.of()));
    Optional<BigDecimal> then = summary(before.getOrDefault(metric.word(), List.of()));
    return new Shown.Tile(
        FigureWords.label(metric),
        now.map(value -> Numbers.in(metric.unit(), value)).orElse("–"),
        Numbers.change(now, then, span.days()));
  }

  private Plot plot(String kind, List<Point> points) {
    Optional<Metric> metric = Metric.of(kind);
    Map<Instant, Point> byTime = new HashMap<>();
    points.forEach(point -> byTime.put(point.at(), point));
    List<Plot.Point> drawn =
        times().stream()
            .map(at ->
                new Plot.Point(
                    label(at), Optional.ofNullable(byTime.get(at)).map(HourCharts::drawn)))
            .toList();
    boolean share = metric.filter(one -> one.unit() == Metric.Unit.SHARE).isPresent();
    Function<BigDecimal, String> words =
        value -> metric.map(one -> Numbers.in(one.unit(), value)).orElse(Numbers.plain(value));
    String total = summary(points).map(words).orElse("–");
    return Plot.of(
        metric.map(FigureWords::label).orElse(kind),
        metric.map(FigureWords::meaning).orElse("Measured by somebody else."),
        total,
        drawn,
        new Plot.Manner(true, share ? value -> Numbers.plain(value) + " %" : words));
  }

  private List<Instant> times() {
    List<Instant> times = new ArrayList<>();
    Instant end = span.last().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    Duration step = byHour ? Duration.ofHours(1) : Duration.ofDays(1);
    for (Instant at = span.first().atStartOfDay().toInstant(ZoneOffset.UTC);
        at.isBefore(end);
        at = at.plus(step)) {
      times.add(at);
    }
    return times;
  }

  private String label(Instant at) {
    return byHour ? at.toString() : at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }

  private Shown.Table table(Map<String, List<Point>> kinds) {
    Map<Instant, Map<String, Point>> byTime = new HashMap<>();
    kinds.forEach((kind, points) ->
        points.forEach(
            point -> byTime.computeIfAbsent(point.at(), _ -> new HashMap<>()).put(kind, point)));
    List<String> heads = new ArrayList<>(List.of(byHour ? "Hour from" : "Day"));
    kinds.keySet().forEach(kind -> heads.add(Metric.of(kind).map(FigureWords::label).orElse(kind)));
    return new Shown.Table(
        heads,
        byTime.keySet().stream()
            .sorted(Comparator.reverseOrder())
            .map(at -> row(at, kinds, byTime.getOrDefault(at, Map.of())))
            .toList());
  }

  private List<String> row(Instant at, Map<String, List<Point>> kinds, Map<String, Point> points) {
    List<String> row = new ArrayList<>(List.of(Numbers.day(label(at))));
    for (String kind : kinds.keySet()) {
      row.add(
          Optional.ofNullable(points.get(kind))
              .map(point ->
                  Metric.of(kind)
                      .map(metric -> Numbers.in(metric.unit(), value(point)))
                      .orElse(Numbers.plain(value(point))))
              .orElse("–"));
    }
    return row;
  }
}
