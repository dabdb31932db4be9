package ai.therapysync.gateway.console.door;

import ai.therapysync.gateway.console.page.Form;
import ai.therapysync.gateway.console.page.When;
import ai.therapysync.persistence.access.ConsoleAccess;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Address and password; and the way out. */
final class LoginPage {
  static final String PATH = "/console/login";

  private static final int LONGEST = 200;
  private static final Duration DEVICE_KNOWN_FOR = Duration.ofDays(90);

  private final Guard guard;
  private final Entrance entrance;
  private final Doorkeeper doorkeeper;
  private final Tokens tokens;
  private final Cookies cookies;
  private final OutsidePages ground;

  LoginPage(
      Guard guard,
      Entrance entrance,
      Doorkeeper doorkeeper,
      Tokens tokens,
      Cookies cookies,
      OutsidePages ground) {
    this.guard = guard;
    this.entrance = entrance;
    this.doorkeeper = doorkeeper;
    this.tokens = tokens;
    this.cookies = cookies;
    this.ground = ground;
  }

  void mount(JavalinConfig config) {
    config.routes.get(PATH, this::show);
    config.routes.post(PATH, this::enter);
  }

  /** The way out; a form of anybody who has shown their password leads here. */
  void mountExit(JavalinConfig config, ConsoleAccess access) {
    config.routes.post(
        "/console/logout",
        http -> {
          entrance
              .present(http)
              .filter(present -> guard.isOurs(http, present.secret()))
              .ifPresent(present -> access.leave(present.visitor().session(), guard.origin(http)));
          cookies.remove(http, Cookies.SESSION);
          http.redirect(PATH, HttpStatus.SEE_OTHER);
        });
  }

  private void show(Context http) {
    try {
      if (entrance.present(http).isPresent()) {
        http.redirect(OutsidePages.next(http), HttpStatus.SEE_OTHER);
        return;
      }
      show(http, 200, Form.empty(), "");
    } catch (RuntimeException e) {
      guard.failed(http, e);
    }
  }

  private void show(Context http, int status, Form form, String message) {
    String secret =
        Cookies.read(http, Cookies.LOGIN)
            .orElseGet(() -> {
              String fresh = Cookies.newSecret();
              cookies.set(http, Cookies.LOGIN, fresh);
              return fresh;
            });
    ground.send(
        http,
        status,
        "Log in",
        tokens.csrf(secret),
        "door/login",
        Map.of("form", form, "message", message));
  }

  private void enter(Context http) {
    try {
      Form form = Form.of(http.formParamMap());
      Optional<String> secret = Cookies.read(http, Cookies.LOGIN);
      if (secret.isEmpty() || !guard.isOurs(http, secret.get())) {
        show(http, 403, form, "This page was out of date. Please try once more.");
        return;
      }
      String email = form.required("email", LONGEST);
      String password = form.value("password");
      if (password.isEmpty()) {
        form.error("password", "Fill this in");
      }
      if (!form.isValid()) {
        show(http, 422, form, "");
        return;
      }
      knock(http, form, email, password);
    } catch (RuntimeException e) {
      guard.failed(http, e);
    }
  }

  private void knock(Context http, Form form, String email, String password) {
    Doorkeeper.Knock knock =
        new Doorkeeper.Knock(
            email, password, Cookies.read(http, Cookies.DEVICE), Browsers.of(http.userAgent()));
    switch (doorkeeper.open(knock, guard.origin(http))) {
      case Entry.In(String secret) -> {
        cookies.set(http, Cookies.SESSION, secret);
        cookies.set(http, Cookies.DEVICE, tokens.device(email), DEVICE_KNOWN_FOR);
        cookies.remove(http, Cookies.LOGIN);
        http.redirect(OutsidePages.next(http), HttpStatus.SEE_OTHER);
      }
      case Entry.Wrong() -> show(http, 401, form, "The address or the password is wrong.");
      case Entry.Later(Duration span) -> {
        http.header("Retry-After", Long.toString(Math.max(1, span.toSeconds())));
        show(http, 429, form, later(span));
      }
    }
  }

  static String later(Duration wait) {
    return "Too many attempts. Try again in " + When.span(wait.plusSeconds(1)) + ".";
  }
}
