package ai.therapysync.crisis.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.incident.EscalationPolicy;
import ai.therapysync.crisis.incident.PolicyRule;
import ai.therapysync.crisis.incident.Spans;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules one by one: how they are typed, kept and put together. */
final class RulesTest {
  private static final EscalationPolicy USUAL = EscalationPolicy.of(Duration.ofMinutes(5), 3);

  @ParameterizedTest
  @CsvSource({
    "90 s, PT1M30S",
    "5min, PT5M",
    "1 h 30 min, PT1H30M",
    "2 days, PT48H",
    "pt5m, PT5M",
    "1 hour, PT1H",
    "P1D, PT24H"
  })
  void spansAreReadAsPeopleWriteThem(String typed, String kept) {
    assertThat(Spans.parse(typed)).contains(Duration.parse(kept));
    assertThat(Spans.parse(Spans.words(Duration.parse(kept)))).contains(Duration.parse(kept));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "5 minuets", "-5 min", "5 min soon", "min", "P", "9999999 s"})
  void whatIsNoSpanIsNone(String typed) {
    assertThat(Spans.parse(typed)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(PolicyRule.class)
  void whatAPolicyHasIsWrittenAsItIsRead(PolicyRule rule) {
    String value = rule.in(USUAL);
    assertThat(rule.parse(value)).contains(value);
    assertThat(PolicyRule.of(rule.word())).contains(rule);
    assertThat(rule.parse("purple")).isEmpty();
  }

  @Test
  void allThatIsSaidIsInThePolicyAndTheRestAsBefore() {
    Map<PolicyRule, String> said = new EnumMap<>(PolicyRule.class);
    for (PolicyRule rule : PolicyRule.values()) {
      said.put(rule, other(rule));
    }
    EscalationPolicy changed = USUAL.with(said);
    for (PolicyRule rule : PolicyRule.values()) {
      assertThat(rule.in(changed)).as(rule.word()).isEqualTo(other(rule));
      assertThat(rule.in(USUAL.with(Map.of()))).isEqualTo(rule.in(USUAL));
    }
  }

  @Test
  void nobodyIsLeftWithoutAnyWay() {
    EscalationPolicy mailOnly = USUAL.with(Map.of(PolicyRule.BY_SMS, "off"));
    EscalationPolicy neither = mailOnly.with(Map.of(PolicyRule.BY_MAIL, "off"));
    assertThat(neither.telling().bySms()).isTrue();
    assertThat(neither.telling().byMail()).isFalse();
  }

  /** Another value than the usual one; mail stays on, or SMS could not be off. */
  private static String other(PolicyRule rule) {
    return switch (rule.range()) {
      case PolicyRule.Range.Span(Duration lowest, Duration _) -> lowest.toString();
      case PolicyRule.Range.Count(int _, int highest) -> String.valueOf(highest);
      case PolicyRule.Range.Switch _ -> rule == PolicyRule.BY_MAIL ? "on" : "off";
      case PolicyRule.Range.Level _ -> "imminent";
    };
  }
}
