package ai.therapysync.crisis.risk;

import java.util.Locale;

/** The kind of danger that a message shows; a message may show several. */
public enum Category {
  SUICIDE,
  SELF_HARM,
  HARM_OTHERS,
  ABUSE,
  MEDICAL,
  PSYCHOSIS;

  /** The word used in the schema and on the command line: {@code self_harm}, … */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
