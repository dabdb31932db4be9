package ai.therapysync.gateway.telemetry;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;

/**
 * Prints the failures that libraries log as their kinds and places, without their messages, which
 * may quote a person's words.
 */
public final class DiscreetThrowables extends ThrowableHandlingConverter {
  private static final int FRAMES = 20;

  @Override
  public String convert(ILoggingEvent event) {
    StringBuilder text = new StringBuilder();
    IThrowableProxy failure = event.getThrowableProxy();
    while (failure != null) {
      text.append(text.isEmpty() ? "" : "caused by ").append(failure.getClassName()).append('\n');
      StackTraceElementProxy[] frames = failure.getStackTraceElementProxyArray();
      for (int index = 0; index < Math.min(FRAMES, frames.length); index++) {
        text.append("    ").append(frames[index].getSTEAsString()).append('\n');
      }
      failure = failure.getCause();
    }
    return text.toString();
  }
}
