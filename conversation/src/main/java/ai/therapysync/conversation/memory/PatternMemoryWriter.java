package ai.therapysync.conversation.memory;

import java.util.List;

/** Learns by the patterns of {@link Remembering}; needs no model. */
public final class PatternMemoryWriter implements MemoryWriter {
  private final Remembering remembering = new Remembering();

  @Override
  public List<Memory> learn(Exchange exchange) {
    List<Memory> right =
        remembering.corrected(exchange.said(), exchange.language(), exchange.known());
    return right.isEmpty()
        ? remembering.learn(exchange.said(), exchange.language(), exchange.known())
        : right;
  }
}
