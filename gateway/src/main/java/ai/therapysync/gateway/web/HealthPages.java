package ai.therapysync.gateway.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Tells orchestrators and Prometheus how this node is. */
final class HealthPages implements WebModule {
  private static final int UNAVAILABLE = 503;

  private final Health health;
  private final Supplier<String> metrics;
  private final ObjectMapper json = new ObjectMapper();

  HealthPages(Health health, Supplier<String> metrics) {
    this.health = health;
    this.metrics = metrics;
  }

  @Override
  public void mount(JavalinConfig config) {
    config.routes.get("/health/live", context -> answer(context, Map.of("status", "live")));
    config.routes.get("/health/ready", this::ready);
    config.routes.get(
        "/metrics",
        context -> context.contentType("text/plain; version=0.0.4").result(metrics.get()));
  }

  /**
   * Ready means that messages can be stored. What else is degraded is told, but keeps nobody away:
   * an unready node would refuse cries for help.
   */
  private void ready(Context context) {
    boolean canStore = health.canStore();
    Map<String, String> degraded = new TreeMap<>(health.degraded());
    if (!canStore) {
      degraded.put("database", "does not answer: webhooks are refused with 503");
      context.status(UNAVAILABLE);
    }
    String status = !canStore ? "unavailable" : degraded.isEmpty() ? "ready" : "degraded";
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", status);
    body.put("degraded", degraded);
    answer(context, body);
  }

  private void answer(Context context, Map<String, Object> body) {
    try {
      context.contentType("application/json").result(json.writeValueAsString(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The health can't be written", e);
    }
  }
}
