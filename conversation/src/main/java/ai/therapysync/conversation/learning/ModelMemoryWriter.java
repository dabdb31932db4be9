package ai.therapysync.conversation.learning;

import ai.therapysync.conversation.memory.Exchange;
import ai.therapysync.conversation.memory.Memory;
import ai.therapysync.conversation.memory.MemoryWriter;
import ai.therapysync.conversation.reply.LanguageModel;
import ai.therapysync.conversation.reply.ModelAnswer.Failed;
import ai.therapysync.conversation.reply.ModelAnswer.Refused;
import ai.therapysync.conversation.reply.ModelAnswer.Said;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Has a model find what matters, in a fixed form of which only what the person really said is
 * believed. Where there is no such answer, patterns find what they can.
 */
public final class ModelMemoryWriter implements MemoryWriter {
  /** Learning never takes the threads, or the provider's patience, that answers need. */
  private static final int AT_ONCE = 8;

  /** "ok", "thanks": not worth a question. */
  private static final int TELLS_NOTHING = 8;

  private final LanguageModel model;
  private final Duration timeLimit;
  private final MemoryWriter patterns;
  private final LearningPrompts prompts = new LearningPrompts();
  private final MemoryForm form = new MemoryForm();
  private final Semaphore places = new Semaphore(AT_ONCE);

  /** With the model, how long it is waited for, and who stands in for it. */
  public ModelMemoryWriter(LanguageModel model, Duration timeLimit, MemoryWriter patterns) {
    this.model = model;
    this.timeLimit = timeLimit;
    this.patterns = patterns;
  }

  @Override
  public List<Memory> learn(Exchange exchange) {
    if (weight(exchange) < TELLS_NOTHING || !places.tryAcquire()) {
      return patterns.learn(exchange);
    }
    try {
      return ask(exchange).orElseGet(() -> patterns.learn(exchange));
    } finally {
      places.release();
    }
  }

  private Optional<List<Memory>> ask(Exchange exchange) {
    return switch (model.ask(prompts.memories(exchange), timeLimit)) {
      case Said said -> form.read(said.text(), exchange);
      case Refused _, Failed _ -> Optional.empty();
    };
  }

  /** In letters; one of a script that writes words with few of them counts for three. */
  private static int weight(Exchange exchange) {
    return exchange.said().stream()
        .flatMapToInt(String::codePoints)
        .filter(Character::isLetter)
        .map(letter -> Character.isIdeographic(letter) ? 3 : 1)
        .sum();
  }
}
