package ai.therapysync.crisis.risk;

/** Who is in danger: the one who writes, or someone they write about. */
public enum Subject {
  SELF,
  SOMEONE_ELSE
}
