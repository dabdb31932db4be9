package ai.therapysync.conversation.memory;

import java.util.List;

/** Learns by the patterns of {@link Remembering}; needs no model. */
public final class PatternMemoryWriter implements MemoryWriter {
  private final Remembering remembering = new Remembering();

  @Override
  public List<Memory> learn(Exchange exchange) {
    return remembering.learn(exchange.said(), exchange.language(), exchange.known());
  }
}
