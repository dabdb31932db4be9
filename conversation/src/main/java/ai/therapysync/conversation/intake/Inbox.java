package ai.therapysync.conversation.intake;

import ai.therapysync.conversation.message.InboundMessage;
import java.util.function.Function;

/** Where messages arrive: the one transaction of receiving. */
public interface Inbox {
  /**
   * Locks whoever the message concerns, loads the circumstances, applies the rule and writes all
   * that it says. The same message delivered twice is stored once, and the rule is not applied
   * again.
   *
   * @return false when the message was known already
   */
  boolean receive(InboundMessage message, Function<Circumstances, Received> rule);
}
