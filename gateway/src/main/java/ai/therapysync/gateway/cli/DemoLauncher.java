package ai.therapysync.gateway.cli;

import ai.therapysync.gateway.config.Configuration;
import java.util.Optional;

/** Starts a demo, and says how to log in to it. */
@FunctionalInterface
public interface DemoLauncher {
  Running launch(Configuration configuration);

  /**
   * A demo that runs; closing it stops it.
   *
   * @param password good for one login; empty once its operator has chosen one
   */
  record Running(AutoCloseable gateway, String operator, Optional<String> password) {
    @Override
    public String toString() {
      return "Running[REDACTED]";
    }
  }
}
