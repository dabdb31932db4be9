package ai.therapysync.gateway.channel;

import ai.therapysync.conversation.message.Provider;

/**
 * Tells people of WhatsApp that they are read, and that an answer is being written. Only a
 * courtesy: it is tried once, and nothing depends on it.
 */
public interface Courtesy {
  Provider provider();

  /** A message is stored. */
  void seen(String messageId);

  /** An answer to it is being written. */
  void typing(String messageId);
}
