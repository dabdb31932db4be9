package ai.therapysync.crisis.notice;

/** How a notice travels: by short message, or by mail with a subject and room for more. */
public enum Medium {
  MESSAGE,
  MAIL
}
