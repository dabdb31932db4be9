package ai.therapysync.persistence.figures;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the gateway measures of itself every hour: the values of {@code metric_type} it writes. */
public enum Metric {
  MESSAGES_RECEIVED(Unit.COUNT),
  ANSWERS(Unit.COUNT),
  ANSWER_SECONDS_MEDIAN(Unit.SECONDS),
  ANSWER_SECONDS_P95(Unit.SECONDS),
  MODEL_SECONDS_P95(Unit.SECONDS),
  MODEL_FAILURES(Unit.COUNT),
  GUARD_REFUSALS(Unit.COUNT),
  DELIVERIES(Unit.COUNT),
  DELIVERIES_FAILED_SHARE(Unit.SHARE),
  INCIDENTS_OPENED(Unit.COUNT),
  INCIDENTS_UNANSWERED(Unit.COUNT),
  CRISIS_ANSWER_SECONDS_P95(Unit.SECONDS),
  PAGE_SECONDS_P95(Unit.SECONDS),
  ACKNOWLEDGEMENT_SECONDS_MEDIAN(Unit.SECONDS);

  private final Unit unit;

  Metric(Unit unit) {
    this.unit = unit;
  }

  /** What a value is. */
  public enum Unit {
    COUNT,
    SECONDS,
    /** From 0 to 1. */
    SHARE
  }

  public Unit unit() {
    return unit;
  }

  /** The word in the column. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** By the word in the column; empty for what others measure. */
  public static Optional<Metric> of(String word) {
    return Arrays.stream(values()).filter(metric -> metric.word().equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Metric::word).toList();
  }
}
