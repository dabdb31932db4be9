package ai.therapysync.gateway.work;

import ai.therapysync.conversation.message.Provider;
import ai.therapysync.persistence.crisis.WatchBook.Sighting;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;

/**
 * What the watch has seen, as figures. A node that has not looked for two minutes says nothing:
 * another one does.
 */
public final class WatchMeters {
  private static final Duration FRESH = Duration.ofMinutes(2);

  private final InstantSource clock;
  private final AtomicReference<Optional<Seen>> last = new AtomicReference<>(Optional.empty());

  /** Registers them, one of each for each provider that is configured. */
  public WatchMeters(MeterRegistry meters, Collection<Provider> providers, InstantSource clock) {
    this.clock = clock;
    gauge("gateway.ladder.stuck", "Ladders beyond their time", seen -> seen.stuck().size())
        .register(meters);
    gauge(
            "gateway.pages.without.receipt",
            "Pages taken more than 60 s ago that lack a receipt, though their sender gets some",
            seen -> seen.unconfirmed().size())
        .register(meters);
    gauge(
            "gateway.crisis.queue.age",
            "How long the oldest crisis message or task that is due has been waiting",
            seen -> seen.queueAge().toMillis() / 1_000.0)
        .baseUnit("seconds")
        .register(meters);
    for (Provider provider : providers) {
      gauge(
              "gateway.provider.up",
              "1 unless sends fail and none was accepted of late",
              seen -> seen.providers().getOrDefault(provider, true) ? 1 : 0)
          .tag("provider", provider.word())
          .register(meters);
    }
  }

  private record Seen(Instant at, Sighting sighting) {}

  void seen(Sighting sighting, Instant at) {
    last.set(Optional.of(new Seen(at, sighting)));
  }

  private Gauge.Builder<WatchMeters> gauge(
      String name, String description, ToDoubleFunction<Sighting> figure) {
    return Gauge.builder(name, this, meters -> meters.now(figure)).description(description);
  }

  private double now(ToDoubleFunction<Sighting> figure) {
    return last.get()
        .filter(seen -> seen.at().plus(FRESH).isAfter(clock.instant()))
        .map(seen -> figure.applyAsDouble(seen.sighting()))
        .orElse(Double.NaN);
  }
}
