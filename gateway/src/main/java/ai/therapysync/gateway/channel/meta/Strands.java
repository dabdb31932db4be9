package ai.therapysync.gateway.channel.meta;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/** Does what belongs together in its order, and what does not at the same time. */
final class Strands {
  /** As many hold a connection each; the pool has more than that for others' webhooks. */
  private static final int AT_ONCE = 4;

  private Strands() {}

  /**
   * Whether every step went well. What a step throws ends its strand, and is thrown on when all the
   * others have been tried.
   */
  static boolean run(Collection<List<BooleanSupplier>> strands) {
    if (strands.size() == 1) {
      return strands.stream().allMatch(Strands::all);
    }
    try (ExecutorService threads =
        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      List<CompletableFuture<Boolean>> running =
          strands.stream()
              .map(strand -> CompletableFuture.supplyAsync(() -> all(strand), threads))
              .toList();
      return running.stream().map(CompletableFuture::join).reduce(true, Boolean::logicalAnd);
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException fault ? fault : e;
    }
  }

  private static boolean all(List<BooleanSupplier> strand) {
    return strand.stream().map(BooleanSupplier::getAsBoolean).reduce(true, Boolean::logicalAnd);
  }
}
