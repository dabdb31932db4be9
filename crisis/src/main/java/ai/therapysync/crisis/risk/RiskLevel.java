package ai.therapysync.crisis.risk;

import java.util.Locale;

/** How dangerous a moment is, from lowest to highest; from {@link #HIGH} up it is an emergency. */
public enum RiskLevel {
  NONE,
  CONCERN,
  HIGH,
  IMMINENT;

  /** Whether people must come. */
  public boolean isEmergency() {
    return compareTo(HIGH) >= 0;
  }

  /** The graver of the two. */
  public RiskLevel orHigher(RiskLevel other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** The word used in the schema and on the command line: {@code none}, {@code concern}, … */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
