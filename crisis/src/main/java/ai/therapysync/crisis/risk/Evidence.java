package ai.therapysync.crisis.risk;

import java.util.List;

/**
 * One reason for a level: which family of expressions, where in the text, and what changed its
 * weight.
 *
 * @param family the family's name in its data file
 * @param category the kind of danger that the family belongs to
 * @param level the level that this evidence alone supports, after its modifiers
 * @param span the words that matched, as the person wrote them; private, never logged
 * @param modifiers what raised or lowered it: {@code negated}, {@code past}, {@code third_person},
 *     …
 */
public record Evidence(
    String family, Category category, RiskLevel level, String span, List<String> modifiers) {
  public Evidence {
    modifiers = List.copyOf(modifiers);
  }
}
