package ai.therapysync.gateway.console.door;

import ai.therapysync.gateway.console.page.Theme;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.Optional;

/** Light, dark, or as the machine has it: kept by the browser, since it belongs to a screen. */
final class Appearance {
  private static final Duration KEPT = Duration.ofDays(365);

  private final Guard guard;
  private final Cookies cookies;

  Appearance(Guard guard, Cookies cookies) {
    this.guard = guard;
    this.cookies = cookies;
  }

  void mount(JavalinConfig config) {
    config.routes.post("/console/appearance", this::choose);
  }

  private void choose(Context http) {
    if (guard.inside(http).filter(present -> guard.isOurs(http, present.secret())).isPresent()) {
      Theme theme = Theme.of(Optional.ofNullable(http.formParam("theme")));
      cookies.set(http, Theme.COOKIE, theme.word(), KEPT);
    }
    http.redirect("/console", HttpStatus.SEE_OTHER);
  }
}
