package ai.therapysync.persistence.crisis;

import ai.therapysync.crisis.incident.EscalationPolicy;
import ai.therapysync.crisis.incident.PolicyRule;
import ai.therapysync.crisis.incident.PolicyRule.Range;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

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
          'family', y.family, 'first_name', y.first_name, 'place', y.place,
          'check_in_after', extract(epoch FROM y.check_in_after), 'check_ins', y.check_ins,
          'quiet', extract(epoch FROM y.quiet)) ORDER BY y.user_id NULLS FIRST)
        FROM gateway.escalation_policies y WHERE y.user_id IS NULL OR y.user_id = p.id)
      """;

  private PolicyRows() {}

  /** The usual policy, with what the rows say instead; the later row has the last word. */
  static EscalationPolicy read(JsonNode rows, EscalationPolicy usual) {
    EscalationPolicy policy = usual;
    for (JsonNode row : rows) {
      policy = policy.with(said(row));
    }
    return policy;
  }

  private static Map<PolicyRule, String> said(JsonNode row) {
    Map<PolicyRule, String> said = new EnumMap<>(PolicyRule.class);
    for (PolicyRule rule : PolicyRule.values()) {
      JsonNode value = row.path(rule.word());
      if (!value.isNull() && !value.isMissingNode()) {
        said.put(rule, written(rule, value));
      }
    }
    return said;
  }

  private static String written(PolicyRule rule, JsonNode value) {
    return switch (rule.range()) {
      case Range.Span _ -> Duration.ofMillis(Math.round(value.asDouble() * 1000)).toString();
      case Range.Count _, Range.Level _ -> value.asText();
      case Range.Switch _ -> value.asBoolean() ? "on" : "off";
    };
  }
}
