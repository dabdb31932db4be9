package ai.therapysync.conversation.handover;

/** Who holds a conversation. */
public enum Hold {
  /** We do. */
  NOBODY,
  /** The person has asked for a human, and none has taken it or written yet. */
  AWAITED,
  /** An operator does. */
  OPERATOR
}
