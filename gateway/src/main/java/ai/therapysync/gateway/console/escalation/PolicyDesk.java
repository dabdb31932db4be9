package ai.therapysync.gateway.console.escalation;

import ai.therapysync.crisis.escalation.Rehearsal;
import ai.therapysync.crisis.incident.EscalationPolicy;
import ai.therapysync.crisis.incident.PolicyRule;
import ai.therapysync.gateway.console.page.Form;
import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.crisis.Situations;
import ai.therapysync.persistence.views.PolicySheets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The ladder's rules as they are shown, tried and saved: for all, or for one person. */
public final class PolicyDesk {
  static final String STALE =
      "Somebody else saved these rules in the meantime. What differs is told beside each field; save"
          + " again to keep yours.";

  private final EscalationPolicy configured;
  private final Situations situations;
  private final Planner planner;
  private final InstantSource clock;

  /**
   * @param configured what holds where no rule was set
   */
  public PolicyDesk(
      EscalationPolicy configured,
      Situations situations,
      Rehearsal rehearsal,
      InstantSource clock) {
    this.configured = configured;
    this.situations = situations;
    this.planner = new Planner(rehearsal);
    this.clock = clock;
  }

  /**
   * The rules with what is typed.
   *
   * @param usually what an empty field is called: {@code as usual}, {@code as for all}
   */
  public record Sheet(Form form, String usually, List<Line> lines, Plan plan) {
    public Sheet {
      lines = List.copyOf(lines);
    }

    /** A rule of it. */
    public Line line(PolicyRule rule) {
      return lines.stream().filter(line -> line.rule() == rule).findFirst().orElseThrow();
    }
  }

  /**
   * One rule.
   *
   * @param usual what holds where the field is empty
   * @param holds what holds in the end
   */
  public record Line(PolicyRule rule, String usual, String holds, boolean own) {}

  /** What became of a form: saved, or a form to show again with a status. */
  public sealed interface Saved {
    /** It holds from now on. */
    record Done() implements Saved {}

    /** Something has to be looked at once more: 422, or 409 where somebody was faster. */
    record Again(Form form, int status) implements Saved {}
  }

  /** A form with what is said for all, or for this person. */
  public Form stored(Acting acting, Optional<UUID> person) {
    return PolicyForm.showing(PolicySheets.said(acting, person));
  }

  /** The sheet with a form, and what the ladder would do with what can be read of it. */
  public Sheet sheet(Acting acting, Optional<UUID> person, Form form) {
    EscalationPolicy usual = usual(acting, person);
    Map<PolicyRule, String> said = PolicyForm.read(form, usual);
    EscalationPolicy policy = usual.with(said);
    return new Sheet(
        form,
        person.isPresent() ? "as for all" : "as usual",
        Arrays.stream(PolicyRule.values()).map(rule -> line(rule, usual, policy, said)).toList(),
        person
            .map(id ->
                planner.of(
                    policy, acting.asOwner(owner -> situations.load(owner, id, clock.instant()))))
            .orElseGet(() -> planner.of(policy)));
  }

  /** Saves all rules at once, unless somebody else did since the form was shown. */
  public Saved save(Acting acting, Optional<UUID> person, Form form) {
    Map<PolicyRule, String> before = PolicySheets.locked(acting, person);
    if (!PolicyForm.isFresh(form, before)) {
      Form differing = PolicyForm.differing(form, before);
      differing.error("form", STALE);
      return new Saved.Again(differing, 409);
    }
    Map<PolicyRule, String> said = PolicyForm.read(form, usual(acting, person));
    if (!form.isValid()) {
      return new Saved.Again(form, 422);
    }
    PolicySheets.save(acting, person, before, said, clock.instant());
    return new Saved.Done();
  }

  private EscalationPolicy usual(Acting acting, Optional<UUID> person) {
    return person.isEmpty()
        ? configured
        : configured.with(PolicySheets.said(acting, Optional.empty()));
  }

  private static Line line(
      PolicyRule rule,
      EscalationPolicy usual,
      EscalationPolicy policy,
      Map<PolicyRule, String> said) {
    return new Line(
        rule,
        RuleWords.shown(rule, rule.in(usual)),
        RuleWords.shown(rule, rule.in(policy)),
        said.containsKey(rule));
  }
}
