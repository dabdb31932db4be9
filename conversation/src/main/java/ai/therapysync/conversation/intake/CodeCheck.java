package ai.therapysync.conversation.intake;

/**
 * Tells whether a text is the code that a number must send; the code itself stays where it is kept.
 */
@FunctionalInterface
public interface CodeCheck {
  /** Whether {@code text} is the code that this number must send. */
  boolean matches(Sender.PendingCode pending, String text);
}
