package ai.therapysync.persistence.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.therapysync.crisis.incident.PolicyRule;
import ai.therapysync.crisis.incident.PolicyRule.Range;
import ai.therapysync.persistence.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The program and the table agree on what a rule may be. */
final class PoliciesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T20:00:00Z");

  private final TestDatabase database = TestDatabase.fresh();
  private final Policies policies = new Policies(database.database(), Optional.empty());

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void everyRuleIsKeptAtBothEndsOfItsLimitsAndTheTableRefusesWhatIsBeyond() {
    for (PolicyRule rule : PolicyRule.values()) {
      for (String value : ends(rule)) {
        assertThat(policies.say(Optional.empty(), rule, Optional.of(value), NOW))
            .as(rule.word() + " " + value)
            .isEqualTo(Policies.Said.DONE);
        assertThat(policies.said(Optional.empty())).containsEntry(rule, value);
        policies.say(Optional.empty(), rule, Optional.empty(), NOW);
      }
      for (String value : beyond(rule)) {
        assertThat(policies.say(Optional.empty(), rule, Optional.of(value), NOW))
            .as(rule.word() + " " + value)
            .isEqualTo(Policies.Said.OUT_OF_BOUNDS);
        assertThatThrownBy(() ->
                database.run(
                    "INSERT INTO gateway.escalation_policies (%s) VALUES ('%s')"
                        .formatted(rule.word(), value)))
            .as(rule.word() + " " + value)
            .isNotNull();
      }
    }
    assertThat(database.value("SELECT count(*) FROM gateway.escalation_policies")).isEqualTo("0");
  }

  @Test
  void oneOfTheTwoWaysStaysOn() {
    policies.say(Optional.empty(), PolicyRule.BY_SMS, Optional.of("off"), NOW);
    assertThat(policies.say(Optional.empty(), PolicyRule.BY_MAIL, Optional.of("off"), NOW))
        .isEqualTo(Policies.Said.OUT_OF_BOUNDS);
  }

  private static List<String> ends(PolicyRule rule) {
    return switch (rule.range()) {
      case Range.Span(Duration lowest, Duration highest) ->
          List.of(lowest.toString(), highest.toString());
      case Range.Count(int lowest, int highest) ->
          List.of(String.valueOf(lowest), String.valueOf(highest));
      case Range.Switch _ -> List.of("on", "off");
      case Range.Level _ -> List.of("high", "imminent");
    };
  }

  private static List<String> beyond(PolicyRule rule) {
    return switch (rule.range()) {
      case Range.Span(Duration lowest, Duration highest) ->
          List.of(lowest.minusSeconds(1).toString(), highest.plusSeconds(1).toString());
      case Range.Count(int lowest, int highest) ->
          List.of(String.valueOf(lowest - 1), String.valueOf(highest + 1));
      case Range.Switch _ -> List.of("perhaps");
      case Range.Level _ -> List.of("concern");
    };
  }
}
