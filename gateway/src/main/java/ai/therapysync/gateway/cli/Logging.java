package ai.therapysync.gateway.cli;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.net.URL;
import java.util.Objects;
import org.slf4j.LoggerFactory;

/** Chooses how logs look: calm lines for a person, or JSON for machines that collect them. */
final class Logging {
  private Logging() {}

  /** From now on one JSON object a line. */
  static void forServices() {
    if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
      return;
    }
    URL settings = Objects.requireNonNull(Logging.class.getResource("/logback-serve.xml"));
    context.reset();
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    try {
      configurator.doConfigure(settings);
    } catch (JoranException e) {
      throw new IllegalStateException("The logs can't be set up", e);
    }
  }
}
