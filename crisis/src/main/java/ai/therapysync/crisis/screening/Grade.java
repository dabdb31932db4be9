package ai.therapysync.crisis.screening;

import ai.therapysync.crisis.risk.RiskLevel;

/** How much a family of expressions weighs by itself; a hint counts only beside another one. */
enum Grade {
  HINT(RiskLevel.NONE),
  CONCERN(RiskLevel.CONCERN),
  HIGH(RiskLevel.HIGH),
  IMMINENT(RiskLevel.IMMINENT);

  private final RiskLevel level;

  Grade(RiskLevel level) {
    this.level = level;
  }

  RiskLevel level() {
    return level;
  }
}
