package ai.therapysync.gateway.alert;

import ai.therapysync.persistence.crisis.AlertBook;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;

/** The alerts that the operators' webhook does not take, as a figure. */
public final class AlertMeters {
  private final AlertBook book;
  private final InstantSource clock;

  private AlertMeters(AlertBook book, InstantSource clock) {
    this.book = book;
    this.clock = clock;
  }

  /** Registers it; the book is asked whenever the figure is. */
  public static void register(AlertBook book, InstantSource clock, MeterRegistry meters) {
    Gauge.builder(
            "gateway.operator.webhook.failing", new AlertMeters(book, clock), AlertMeters::now)
        .description("Alerts of late that the operators' webhook has not taken in three attempts")
        .strongReference(true)
        .register(meters);
  }

  private double now() {
    try {
      return book.failing(clock.instant()).alerts();
    } catch (RuntimeException away) {
      return Double.NaN;
    }
  }
}
