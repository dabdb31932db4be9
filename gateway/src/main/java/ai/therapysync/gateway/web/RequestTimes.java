package ai.therapysync.gateway.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Optional;

/** Measures how long requests take, by route; addresses themselves carry tokens and ids. */
final class RequestTimes implements WebModule {
  private final MeterRegistry registry;

  RequestTimes(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void mount(JavalinConfig config) {
    config.requestLogger.http(this::measure);
  }

  private void measure(Context context, Float milliseconds) {
    String route =
        Optional.ofNullable(context.endpoints().lastHttpEndpoint())
            .map((Endpoint endpoint) -> endpoint.path)
            .filter(path -> !path.equals("*"))
            .orElse("none");
    Timer.builder("gateway.http.requests")
        .description("Requests by route and answer")
        .publishPercentileHistogram()
        .tag("method", context.method().toString())
        .tag("route", route)
        .tag("status", Integer.toString(context.statusCode()))
        .register(registry)
        .record(Duration.ofNanos((long) (milliseconds * 1e6)));
  }
}
