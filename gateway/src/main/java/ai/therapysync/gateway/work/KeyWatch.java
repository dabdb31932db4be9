package ai.therapysync.gateway.work;

import ai.therapysync.gateway.telemetry.Failures;
import ai.therapysync.persistence.keys.NodeKeys;
import ai.therapysync.persistence.sealing.Keyset;
import ai.therapysync.persistence.sealing.KeysetFile;
import ai.therapysync.persistence.sealing.SealBroken;
import ai.therapysync.persistence.sealing.Sealer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a running node's keys as its keyset file has them, and tells the others which they are: so
 * keys are rotated without a restart. It goes by the machine's time, not the injected clock, since
 * what it looks at is another process.
 */
public final class KeyWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KeyWatch.class);
  private static final Duration LOOKS_EVERY = Duration.ofSeconds(2);
  private static final long TELLS_EVERY = Duration.ofSeconds(10).toNanos();
  private static final Duration LEAVING = Duration.ofSeconds(1);

  private final NodeKeys nodes;
  private final Sealer sealer;
  private final Optional<KeysetFile> file;
  private final String name = UUID.randomUUID().toString();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private String told = "";
  private long toldAt;

  private KeyWatch(NodeKeys nodes, Sealer sealer, Optional<KeysetFile> file) {
    this.nodes = nodes;
    this.sealer = sealer;
    this.file = file;
    this.thread = Thread.ofVirtual().name("key-watch").unstarted(this::watch);
  }

  /**
   * Starts to watch.
   *
   * @param file empty: the keyset stands in the environment, and another one needs a restart
   */
  public static KeyWatch start(NodeKeys nodes, Sealer sealer, Optional<KeysetFile> file) {
    KeyWatch watch = new KeyWatch(nodes, sealer, file);
    watch.thread.start();
    return watch;
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join(LEAVING);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void watch() {
    try {
      do {
        file.ifPresent(this::follow);
        tell();
      } while (!closing.await(LOOKS_EVERY.toMillis(), TimeUnit.MILLISECONDS));
      nodes.left(name);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.debug("This node's row stays: {}", Failures.describe(e));
    }
  }

  private void follow(KeysetFile keys) {
    try {
      Keyset found = keys.read();
      if (!known(found).equals(known(sealer.keyset()))) {
        sealer.use(found);
        LOG.info(
            "The keyset has changed: key {} seals, {} keys open",
            found.primary(),
            found.ids().size());
      }
    } catch (UncheckedIOException | SealBroken e) {
      LOG.warn(
          "The keyset file can't be read, the keys stay as they are: {}", Failures.describe(e));
    }
  }

  private void tell() {
    Keyset keyset = sealer.keyset();
    boolean soon = System.nanoTime() - toldAt < TELLS_EVERY;
    if (soon && known(keyset).equals(told)) {
      return;
    }
    try {
      nodes.here(name, keyset);
      told = known(keyset);
      toldAt = System.nanoTime();
    } catch (RuntimeException e) {
      LOG.debug("The others can't be told of this node's keys: {}", Failures.describe(e));
    }
  }

  private static String known(Keyset keyset) {
    return keyset.primary() + " of " + keyset.ids().stream().sorted().toList();
  }
}
