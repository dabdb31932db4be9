package ai.therapysync.gateway.cli.doctor;

import ai.therapysync.gateway.config.Configuration;
import ai.therapysync.gateway.config.Environment;

/** Whether message content can be sealed. */
public record KeysetCheck(Configuration configuration) implements Check {
  private static final String WHAT = "keyset";

  @Override
  public Finding look() {
    if (configuration.storage().keyset().isPresent()) {
      return Finding.fine(WHAT, "GATEWAY_KEYSET can be read");
    }
    if (configuration.environment() == Environment.DEVELOPMENT) {
      return Finding.fine(WHAT, "development: one is made in the data directory");
    }
    return Finding.wrong(WHAT, "GATEWAY_KEYSET is missing: production does not start without one");
  }
}
