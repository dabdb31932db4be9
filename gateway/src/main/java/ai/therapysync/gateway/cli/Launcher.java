package ai.therapysync.gateway.cli;

import ai.therapysync.gateway.config.Configuration;

/** Starts a gateway; closing what it returns stops it. */
@FunctionalInterface
public interface Launcher {
  AutoCloseable launch(Configuration configuration);
}
