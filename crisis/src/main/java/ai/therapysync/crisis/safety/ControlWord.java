package ai.therapysync.crisis.safety;

/** What a message of a single word asks of the gateway itself. */
public enum ControlWord {
  /** Send nothing more to this number. */
  STOP,
  /** Take that back. */
  START,
  /** A cry for help. */
  HELP
}
