package ai.therapysync.crisis.incident;

import ai.therapysync.crisis.risk.RiskLevel;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The rules of an {@link EscalationPolicy} one by one: what each may be set to, and how its value
 * is written. Whoever sets rules, by the command line or the console, has these limits.
 */
public enum PolicyRule {
  ACK_TIMEOUT,
  ROUNDS,
  ASK_REACHED_AFTER,
  RECEIPT_WITHIN,
  OPERATOR_REMINDER,
  PAGES_FROM,
  BY_SMS,
  BY_MAIL,
  FAMILY,
  FIRST_NAME,
  PLACE,
  CHECK_IN_AFTER,
  CHECK_INS,
  QUIET;

  /** What a rule may be set to. */
  public sealed interface Range {
    /** A length of time within these. */
    record Span(Duration lowest, Duration highest) implements Range {}

    /** A whole number within these. */
    record Count(int lowest, int highest) implements Range {}

    /** On or off. */
    record Switch() implements Range {}

    /** A level that is an emergency. */
    record Level() implements Range {}
  }

  /** Within which limits; the table that keeps it has the same. */
  public Range range() {
    return switch (this) {
      case ACK_TIMEOUT -> new Range.Span(Duration.ofSeconds(10), Duration.ofDays(1));
      case ROUNDS -> new Range.Count(1, 100);
      case ASK_REACHED_AFTER, OPERATOR_REMINDER ->
          new Range.Span(Duration.ofMinutes(1), Duration.ofDays(1));
      case RECEIPT_WITHIN -> new Range.Span(Duration.ofSeconds(10), Duration.ofHours(1));
      case PAGES_FROM -> new Range.Level();
      case BY_SMS, BY_MAIL, FAMILY, FIRST_NAME, PLACE -> new Range.Switch();
      case CHECK_IN_AFTER -> new Range.Span(Duration.ofHours(1), Duration.ofDays(7));
      case CHECK_INS -> new Range.Count(1, 30);
      case QUIET -> new Range.Span(Duration.ofDays(1), Duration.ofDays(90));
    };
  }

  /** Its name: {@code ack_timeout}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** By its name. */
  public static Optional<PolicyRule> of(String word) {
    return Arrays.stream(values()).filter(rule -> rule.word().equals(word)).findFirst();
  }

  /** What a policy has for it, as {@link #parse} writes it. */
  public String in(EscalationPolicy policy) {
    return switch (this) {
      case ACK_TIMEOUT -> policy.timing().ackTimeout().toString();
      case ROUNDS -> String.valueOf(policy.timing().rounds());
      case ASK_REACHED_AFTER -> policy.timing().askReachedAfter().toString();
      case RECEIPT_WITHIN -> policy.timing().receiptWithin().toString();
      case OPERATOR_REMINDER -> policy.timing().operatorReminder().toString();
      case PAGES_FROM -> policy.telling().from().word();
      case BY_SMS -> word(policy.telling().bySms());
      case BY_MAIL -> word(policy.telling().byMail());
      case FAMILY -> word(policy.telling().family());
      case FIRST_NAME -> word(policy.telling().firstName());
      case PLACE -> word(policy.telling().place());
      case CHECK_IN_AFTER -> policy.followUp().checkInAfter().toString();
      case CHECK_INS -> String.valueOf(policy.followUp().checkIns());
      case QUIET -> policy.followUp().quiet().toString();
    };
  }

  /**
   * A value as somebody typed it, in the one way in which it is kept ({@code PT5M}, {@code 3},
   * {@code on}, {@code high}); empty where it is none, or beyond the limits.
   */
  public Optional<String> parse(String typed) {
    String text = typed.strip().toLowerCase(Locale.ROOT);
    return switch (range()) {
      case Range.Span(Duration lowest, Duration highest) ->
          Spans.parse(text)
              .filter(span -> span.compareTo(lowest) >= 0 && span.compareTo(highest) <= 0)
              .map(Duration::toString);
      case Range.Count(int lowest, int highest) ->
          Optional.of(text)
              .filter(number -> number.matches("[0-9]{1,4}"))
              .map(Integer::valueOf)
              .filter(number -> number >= lowest && number <= highest)
              .map(String::valueOf);
      case Range.Switch _ ->
          switch (text) {
            case "on", "yes", "true" -> Optional.of("on");
            case "off", "no", "false" -> Optional.of("off");
            default -> Optional.empty();
          };
      case Range.Level _ ->
          Arrays.stream(RiskLevel.values())
              .filter(RiskLevel::isEmergency)
              .map(RiskLevel::word)
              .filter(text::equals)
              .findFirst();
    };
  }

  private static String word(boolean on) {
    return on ? "on" : "off";
  }
}
