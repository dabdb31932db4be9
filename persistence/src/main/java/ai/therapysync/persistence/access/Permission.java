package ai.therapysync.persistence.access;

/** What an operator may see or do, beyond what is their own. */
public enum Permission {
  /** People with their settings, contacts, households, goals, moods and questionnaires. */
  SEE_USERS,
  CHANGE_USERS,
  /** Messages, sessions, memories and the timeline. */
  READ_CONVERSATIONS,
  /** Write to a person, hold their conversation, give it back. */
  JOIN_CONVERSATIONS,
  SEE_CRISES,
  /** Acknowledge and resolve. */
  WORK_CRISES,
  EDIT_PERSONALITIES,
  SEE_ANALYTICS,
  /** Operators and their roles, channels, escalation policies for all. */
  RUN_THE_HOUSE,
  SEE_AUDIT_LOG
}
