package ai.therapysync.crisis.risk;

import java.util.Locale;

/** Who is in danger: the one who writes, or someone they write about. */
public enum Subject {
  SELF,
  SOMEONE_ELSE;

  /** The word of the schema. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
