package ai.therapysync.gateway.work;

import ai.therapysync.gateway.telemetry.Failures;
import ai.therapysync.persistence.tasks.NodeRows;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many nodes send. Asking is what shows that this one does, and never waits for the database:
 * it gives the number known last, and at most every 10 s has it counted anew meanwhile.
 */
public final class LiveNodes implements IntSupplier, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveNodes.class);
  private static final Duration COUNTED_EVERY = Duration.ofSeconds(10);

  /** Leaving is a courtesy to the others, who find out by themselves within 30 s. */
  private static final Duration LEAVING = Duration.ofSeconds(1);

  private final NodeRows nodes;
  private final InstantSource clock;
  private final String name = UUID.randomUUID().toString();
  private final AtomicReference<Instant> due = new AtomicReference<>(Instant.MIN);
  private final Object row = new Object();
  private volatile int others;
  private volatile boolean closed;

  /** Under a new name: a node that comes back after a crash is another one. */
  public LiveNodes(NodeRows nodes, InstantSource clock) {
    this.nodes = nodes;
    this.clock = clock;
  }

  /** This node and the others that sent within the last 30 s. */
  @Override
  public int getAsInt() {
    Instant now = clock.instant();
    Instant next = now.plus(COUNTED_EVERY);
    Instant awaited = due.get();
    // A clock that was set back must not put it off for hours.
    boolean soon = now.isBefore(awaited) && !awaited.isAfter(next);
    if (!soon && due.compareAndSet(awaited, next)) {
      Thread.ofVirtual().name("count-nodes").start(() -> count(now));
    }
    return 1 + others;
  }

  /** A node that stops takes its row away. */
  @Override
  public void close() {
    try {
      closed = true;
      Thread.ofVirtual().name("leave").start(this::leave).join(LEAVING);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void count(Instant now) {
    synchronized (row) {
      if (closed) {
        return;
      }
      try {
        others = nodes.here(name, now);
      } catch (RuntimeException e) {
        LOG.debug("Nodes can't be counted: {}", Failures.describe(e));
      }
    }
  }

  private void leave() {
    synchronized (row) {
      try {
        nodes.left(name);
      } catch (RuntimeException e) {
        LOG.debug("This node's row stays: {}", Failures.describe(e));
      }
    }
  }
}
