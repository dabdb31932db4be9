package ai.therapysync.gateway.web;

import ai.therapysync.gateway.telemetry.Failures;
import ai.therapysync.persistence.database.DatabaseAway;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What holds for every answer: headers that browsers obey, and failures that tell nothing. */
final class Protection implements WebModule {
  private static final Logger LOG = LoggerFactory.getLogger(Protection.class);
  private static final int UNAVAILABLE = 503;
  private static final int FAILED = 500;

  private static final Map<String, String> HEADERS =
      Map.of(
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "no-referrer",
          "Cache-Control",
          "no-store",
          "Content-Security-Policy",
          "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
              + " form-action 'self'; frame-ancestors 'none'");

  @Override
  public void mount(JavalinConfig config) {
    config.routes.before(context -> HEADERS.forEach(context::header));
    config.routes.exception(Exception.class, Protection::failed);
  }

  private static void failed(Exception failure, Context context) {
    if (DatabaseAway.isCauseOf(failure)) {
      LOG.warn("A request was refused, the database is away: {}", Failures.describe(failure));
      context.status(UNAVAILABLE).header("Retry-After", "1").result("Try again in a moment");
      return;
    }
    LOG.error("A request failed: {}", Failures.describe(failure));
    context.status(FAILED).result("Something went wrong here");
  }
}
