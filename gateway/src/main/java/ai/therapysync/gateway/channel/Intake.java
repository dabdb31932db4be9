package ai.therapysync.gateway.channel;

import ai.therapysync.conversation.delivery.StatusReport;
import ai.therapysync.conversation.message.InboundMessage;

/**
 * Where channels hand over what came in. Returning normally means that it is committed to the
 * database.
 */
public interface Intake {
  /** Screens and stores a message with all that follows from it; redelivery is harmless. */
  void receive(InboundMessage message);

  /** Stores a status and applies it when its message is known. */
  void report(StatusReport report);
}
