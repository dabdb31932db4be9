package ai.therapysync.conversation.delivery;

/** A way by which a message is tried. */
public enum Step {
  /** Its words by WhatsApp. */
  WHATSAPP,
  /** A text that WhatsApp has approved invites the person to write back; the words wait. */
  TEMPLATE,
  /** Its words by SMS. */
  SMS,
  /** Its words, as a letter, by mail. */
  MAIL
}
