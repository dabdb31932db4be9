package ai.therapysync.crisis.risk;

import java.util.List;
import java.util.Optional;

/**
 * What a screen makes of a message.
 *
 * @param level how dangerous
 * @param categories the kinds of danger, gravest first; empty exactly when the level is none
 * @param subject who is in danger
 * @param closeDanger present abuse, or intent to harm, between the person and someone close or
 *     unnamed (not a bully at school or at work): contacts and household may be the danger
 * @param closeDangerOfAbuse whether a deed or a threat of abuse was told, which is remembered for
 *     30 days; a fear alone is not
 * @param evidence the reasons, strongest first
 */
public record Assessment(
    RiskLevel level,
    List<Category> categories,
    Subject subject,
    boolean closeDanger,
    boolean closeDangerOfAbuse,
    List<Evidence> evidence) {
  public Assessment {
    categories = List.copyOf(categories);
    evidence = List.copyOf(evidence);
    if ((level == RiskLevel.NONE) != categories.isEmpty()) {
      throw new IllegalArgumentException("An assessment names kinds exactly when it is above none");
    }
  }

  /** Nothing dangerous was found. */
  public static Assessment none() {
    return new Assessment(RiskLevel.NONE, List.of(), Subject.SELF, false, false, List.of());
  }

  /** The same; where the talk before was of fear, someone close may be the danger. */
  public Assessment amidst(boolean fear) {
    return new Assessment(
        level, categories, subject, closeDanger || fear, closeDangerOfAbuse, evidence);
  }

  /** The first and gravest kind. */
  public Optional<Category> category() {
    return categories.stream().findFirst();
  }

  /** Whether this alone is an emergency. */
  public boolean isEmergency() {
    return level.isEmergency();
  }
}
