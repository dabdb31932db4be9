package ai.therapysync.gateway.simulator.network;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Does things when their time has come by the network's clock, which may jump. */
public final class Timetable implements AutoCloseable {
  /** So soon a jump of the clock is noticed. */
  private static final long LOOK_MILLIS = 10;

  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparingLong(Entry::number));
  private final Thread thread;
  private long number;

  /** An empty one, that runs until it is closed. */
  public Timetable(InstantSource clock) {
    this.clock = clock;
    this.thread = Thread.ofPlatform().daemon().name("phone-network").start(this::run);
  }

  private record Entry(Instant at, long number, Runnable work) {}

  /** Each piece of work has a thread of its own. */
  public void in(Duration pause, Runnable work) {
    lock.lock();
    try {
      entries.add(new Entry(clock.instant().plus(pause), number++, work));
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    try {
      while (true) {
        Thread.ofVirtual().start(next());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Runnable next() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (true) {
        Entry first = entries.peek();
        if (first == null) {
          changed.await();
        } else if (first.at().isAfter(clock.instant())) {
          long millis = Duration.between(clock.instant(), first.at()).toMillis() + 1;
          var _ = changed.await(Math.clamp(millis, 1, LOOK_MILLIS), TimeUnit.MILLISECONDS);
        } else {
          entries.remove();
          return first.work();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
