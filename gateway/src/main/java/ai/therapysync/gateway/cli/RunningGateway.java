package ai.therapysync.gateway.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a gateway running until the process is asked to end, and then takes it down. */
final class RunningGateway {
  private static final Logger LOG = LoggerFactory.getLogger(RunningGateway.class);

  /** Whoever asks a process to end kills it after a while: better that we do, and say so. */
  private static final Duration LONGEST = Duration.ofMillis(9_500);

  private static final int ENDED_BY_SIGTERM = 143;

  private final CountDownLatch stopped = new CountDownLatch(1);

  /** Returns when the gateway has been stopped by a signal. */
  void keep(AutoCloseable gateway) {
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> stop(gateway)));
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop(gateway);
    }
  }

  private void stop(AutoCloseable gateway) {
    Thread.ofPlatform().daemon().name("watchdog").start(this::endAnyway);
    try {
      gateway.close();
    } catch (Exception e) {
      throw new IllegalStateException("The gateway did not stop cleanly", e);
    } finally {
      stopped.countDown();
    }
  }

  private void endAnyway() {
    try {
      if (!stopped.await(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("Not everything has stopped after {}: what is left is taken over later", LONGEST);
        Runtime.getRuntime().halt(ENDED_BY_SIGTERM);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
