package ai.therapysync.crisis.screening;

import ai.therapysync.crisis.risk.Category;
import ai.therapysync.crisis.risk.Evidence;
import ai.therapysync.crisis.risk.RiskLevel;
import ai.therapysync.crisis.risk.Subject;
import java.util.List;

/**
 * An expression of danger with its weight.
 *
 * @param closeDanger whether it shows present danger between the person and someone close
 */
record Finding(
    Family family,
    Category category,
    Subject subject,
    RiskLevel level,
    Span span,
    String words,
    List<String> modifiers,
    boolean closeDanger) {
  Evidence evidence() {
    return new Evidence(family.name(), category, level, words, modifiers);
  }

  /** A deed or a threat of someone close; a mere fear of them is not kept in mind. */
  boolean isRemembered() {
    return closeDanger && category == Category.ABUSE && !family.has(Family.Flag.FEAR);
  }

  Finding at(RiskLevel other) {
    return new Finding(family, category, subject, other, span, words, modifiers, closeDanger);
  }

  Finding of(Subject other) {
    return new Finding(family, category, other, level, span, words, modifiers, closeDanger);
  }

  boolean isHint() {
    return family.use() instanceof Family.Use.Danger danger && danger.grade() == Grade.HINT;
  }
}
