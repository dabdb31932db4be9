package ai.therapysync.persistence.crisis;

import ai.therapysync.crisis.incident.EscalationPolicy;
import ai.therapysync.crisis.incident.EscalationPolicy.FollowUp;
import ai.therapysync.crisis.incident.EscalationPolicy.Telling;
import ai.therapysync.crisis.incident.EscalationPolicy.Timing;
import ai.therapysync.crisis.risk.RiskLevel;
import ai.therapysync.persistence.database.Rows;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Rows of {@code gateway.escalation_policies}, laid over one another. */
final class PolicyRows {
  /** The rows that hold for the person {@code p}, the one for all first, as a JSON array. */
  static final String LOAD =
      """
      (SELECT json_agg(json_build_object(
          'ack_timeout', extract(epoch FROM y.ack_timeout), 'rounds', y.rounds,
          'ask_reached_after', extract(epoch FROM y.ask_reached_after),
          'receipt_within', extract(epoch FROM y.receipt_within),
          'operator_reminder', extract(epoch FROM y.operator_reminder),
          'pages_from', y.pages_from, 'by_sms', y.by_sms, 'by_mail', y.by_mail,
          'family', y.family, 'first_name', y.first_name,
          'check_in_after', extract(epoch FROM y.check_in_after), 'check_ins', y.check_ins,
          'quiet', extract(epoch FROM y.quiet)) ORDER BY y.user_id NULLS FIRST)
        FROM gateway.escalation_policies y WHERE y.user_id IS NULL OR y.user_id = p.id)
      """;

  private PolicyRows() {}

  /** The usual policy, with what the rows say instead; the later row has the last word. */
  static EscalationPolicy read(JsonNode rows, EscalationPolicy usual) {
    EscalationPolicy policy = usual;
    for (JsonNode row : rows) {
      policy =
          new EscalationPolicy(
              timing(row, policy.timing()),
              telling(row, policy.telling()),
              followUp(row, policy.followUp()));
    }
    return policy;
  }

  private static Timing timing(JsonNode row, Timing usual) {
    return new Timing(
        time(row, "ack_timeout", usual.ackTimeout()),
        number(row, "rounds", usual.rounds()),
        time(row, "ask_reached_after", usual.askReachedAfter()),
        time(row, "receipt_within", usual.receiptWithin()),
        time(row, "operator_reminder", usual.operatorReminder()));
  }

  /** Nobody is left without any way: a person's row may switch off what the row for all left. */
  private static Telling telling(JsonNode row, Telling usual) {
    boolean sms = row.path("by_sms").asBoolean(usual.bySms());
    boolean mail = row.path("by_mail").asBoolean(usual.byMail());
    return new Telling(
        Rows.text(row, "pages_from")
            .map(word -> RiskLevel.valueOf(word.toUpperCase(Locale.ROOT)))
            .orElse(usual.from()),
        sms || !mail,
        mail,
        row.path("family").asBoolean(usual.family()),
        row.path("first_name").asBoolean(usual.firstName()));
  }

  private static FollowUp followUp(JsonNode row, FollowUp usual) {
    return new FollowUp(
        time(row, "check_in_after", usual.checkInAfter()),
        number(row, "check_ins", usual.checkIns()),
        time(row, "quiet", usual.quiet()));
  }

  private static int number(JsonNode row, String field, int usual) {
    return row.path(field).asInt(usual);
  }

  private static Duration time(JsonNode row, String field, Duration usual) {
    return Optional.of(row.path(field))
        .filter(JsonNode::isNumber)
        .map(seconds -> Duration.ofMillis(Math.round(seconds.asDouble() * 1000)))
        .orElse(usual);
  }
}
