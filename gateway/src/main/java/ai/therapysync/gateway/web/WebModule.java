package ai.therapysync.gateway.web;

import io.javalin.config.JavalinConfig;

/** Pages or an API that somebody else contributes to the server: routes and static files. */
@FunctionalInterface
public interface WebModule {
  /** Adds routes by {@code config.routes}; called once, before the server starts. */
  void mount(JavalinConfig config);
}
