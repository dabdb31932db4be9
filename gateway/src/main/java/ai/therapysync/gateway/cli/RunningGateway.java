package ai.therapysync.gateway.cli;

import java.util.concurrent.CountDownLatch;

/** Keeps a gateway running until the process is asked to end, and then takes it down. */
final class RunningGateway {
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
    try {
      gateway.close();
    } catch (Exception e) {
      throw new IllegalStateException("The gateway did not stop cleanly", e);
    } finally {
      stopped.countDown();
    }
  }
}
