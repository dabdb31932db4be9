package ai.therapysync.gateway.web;

import ai.therapysync.gateway.channel.Webhook;
import ai.therapysync.gateway.config.BadConfiguration;
import ai.therapysync.gateway.telemetry.Telemetry;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import io.javalin.util.JavalinBindException;
import java.time.Duration;
import java.util.List;

/** The HTTP server: mounts what others declare. */
public final class WebServer implements AutoCloseable {
  private static final Duration FINISHING = Duration.ofSeconds(5);

  private final Javalin server;

  private WebServer(Javalin server) {
    this.server = server;
  }

  /**
   * Starts to listen.
   *
   * @param port 0 for any free one
   * @throws BadConfiguration when the port is taken or the address is not this machine's
   */
  public static WebServer start(
      String bind,
      int port,
      List<Webhook> webhooks,
      Health health,
      Telemetry telemetry,
      List<WebModule> modules) {
    Javalin server =
        Javalin.create(config -> {
          settings(config);
          new Protection().mount(config);
          new RequestTimes(telemetry.registry()).mount(config);
          new HealthPages(health, telemetry::scrape).mount(config);
          webhooks.forEach(webhook -> mount(webhook, config));
          modules.forEach(module -> module.mount(config));
        });
    try {
      return new WebServer(server.start(bind, port));
    } catch (JavalinBindException e) {
      server.stop();
      throw new BadConfiguration(
          List.of(
              "GATEWAY_PORT "
                  + port
                  + " can't be listened on at "
                  + bind
                  + ": another program has it, or the address is not this machine's; set"
                  + " GATEWAY_PORT or GATEWAY_BIND"));
    }
  }

  /** Where it listens. */
  public int port() {
    return server.port();
  }

  private static void settings(JavalinConfig config) {
    config.concurrency.useVirtualThreads = true;
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.http.maxRequestSize = WebhookRoute.LARGEST;
    config.jetty.modifyServer(jetty -> jetty.setStopTimeout(FINISHING.toMillis()));
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
  }

  private static void mount(Webhook webhook, JavalinConfig config) {
    HandlerType method = HandlerType.findOrCreate(webhook.method());
    config.routes.addHttpHandler(method, webhook.path(), new WebhookRoute(webhook)::handle);
  }

  /** Takes no more requests, and finishes those in hand. */
  @Override
  public void close() {
    server.stop();
  }
}
