package ai.therapysync.persistence.figures;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The figures of a span of days, those that there are, the earliest first.
 *
 * @param figures what each day may have
 */
public record Days(Span span, List<Figure> figures, List<Day> days) {
  public Days {
    figures = List.copyOf(figures);
    days = List.copyOf(days);
  }

  /** A day; a figure that there is none of, or that would tell of too few people, is left out. */
  public record Day(LocalDate date, Map<Figure, BigDecimal> values) {
    public Day {
      values = Map.copyOf(values);
    }

    /** One of them. */
    public Optional<BigDecimal> value(Figure figure) {
      return Optional.ofNullable(values.get(figure));
    }

    /** What somebody's days tell is theirs. */
    @Override
    public String toString() {
      return "Day[" + date + "]";
    }
  }

  public boolean isEmpty() {
    return days.isEmpty();
  }

  /** What all the days come to; empty where no day has that figure. */
  public Optional<BigDecimal> summary(Figure figure) {
    List<Day> having = days.stream().filter(day -> day.value(figure).isPresent()).toList();
    if (having.isEmpty()) {
      return Optional.empty();
    }
    return switch (figure.summary()) {
      case LATEST -> having.getLast().value(figure);
      case TOTAL ->
          having.stream().flatMap(day -> day.value(figure).stream()).reduce(BigDecimal::add);
      case MEAN -> mean(figure, having);
    };
  }

  private static Optional<BigDecimal> mean(Figure figure, List<Day> having) {
    BigDecimal weights = BigDecimal.ZERO;
    BigDecimal total = BigDecimal.ZERO;
    for (Day day : having) {
      BigDecimal weight =
          figure.weight().map(by -> day.value(by).orElse(BigDecimal.ZERO)).orElse(BigDecimal.ONE);
      weights = weights.add(weight);
      total = total.add(weight.multiply(day.value(figure).orElse(BigDecimal.ZERO)));
    }
    return weights.signum() == 0
        ? Optional.empty()
        : Optional.of(
            total
                .divide(weights, MathContext.DECIMAL64)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros());
  }

  @Override
  public String toString() {
    return "Days[" + span + "]";
  }
}
