package ai.therapysync.gateway.console.escalation;

import ai.therapysync.crisis.incident.EscalationPolicy;
import ai.therapysync.crisis.incident.PolicyRule;
import ai.therapysync.gateway.api.Etag;
import ai.therapysync.gateway.console.page.Form;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ladder's rules as a form: a field that is left empty leaves its rule as it is usual. */
public final class PolicyForm {
  private static final String VERSION = "version";

  private PolicyForm() {}

  /** A form with what is said. */
  public static Form showing(Map<PolicyRule, String> said) {
    Map<String, String> values = new HashMap<>();
    said.forEach((rule, value) -> values.put(rule.word(), RuleWords.shown(rule, value)));
    values.put(VERSION, version(said));
    return Form.showing(values);
  }

  /**
   * What was typed, each fault beside its field.
   *
   * @param usual what holds where nothing is typed
   */
  public static Map<PolicyRule, String> read(Form form, EscalationPolicy usual) {
    Map<PolicyRule, String> said = new EnumMap<>(PolicyRule.class);
    for (PolicyRule rule : PolicyRule.values()) {
      form.parsed(rule.word(), RuleWords.limits(rule), rule::parse)
          .ifPresent(value -> said.put(rule, value));
    }
    boolean sms = effective(said, usual, PolicyRule.BY_SMS).equals("on");
    boolean mail = effective(said, usual, PolicyRule.BY_MAIL).equals("on");
    if (!sms && !mail) {
      form.error(
          (said.containsKey(PolicyRule.BY_MAIL) ? PolicyRule.BY_MAIL : PolicyRule.BY_SMS).word(),
          "One of the two ways stays on, or nobody could be asked");
    }
    return said;
  }

  /** Whether the rules are still those that the form was shown with. */
  public static boolean isFresh(Form form, Map<PolicyRule, String> said) {
    return version(said).equals(form.value(VERSION));
  }

  /** A form of what was typed; each rule that stands otherwise by now with what it is. */
  public static Form differing(Form typed, Map<PolicyRule, String> now) {
    Map<String, List<String>> values = new HashMap<>();
    for (PolicyRule rule : PolicyRule.values()) {
      values.put(rule.word(), typed.all(rule.word()));
    }
    values.put(VERSION, List.of(version(now)));
    Form form = Form.of(values);
    for (PolicyRule rule : PolicyRule.values()) {
      Optional<String> kept = Optional.ofNullable(now.get(rule));
      String value = typed.value(rule.word()).strip();
      if (!kept.equals(value.isEmpty() ? Optional.empty() : rule.parse(value))) {
        form.error(
            rule.word(),
            "Somebody else's value: "
                + kept.map(one -> RuleWords.shown(rule, one)).orElse("as usual"));
      }
    }
    return form;
  }

  private static String effective(
      Map<PolicyRule, String> said, EscalationPolicy usual, PolicyRule rule) {
    return said.getOrDefault(rule, rule.in(usual));
  }

  private static String version(Map<PolicyRule, String> said) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    for (PolicyRule rule : PolicyRule.values()) {
      row.put(rule.word(), said.get(rule));
    }
    return Etag.of(row);
  }
}
