package ai.therapysync.conversation.memory;

import java.util.List;

/** Finds what is worth remembering in what a person said. */
@FunctionalInterface
public interface MemoryWriter {
  /** What is new and matters, a few at most; never fails. */
  List<Memory> learn(Exchange exchange);
}
