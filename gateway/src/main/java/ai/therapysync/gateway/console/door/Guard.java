package ai.therapysync.gateway.console.door;

import ai.therapysync.gateway.console.door.Present.Stage;
import ai.therapysync.gateway.console.page.Answer;
import ai.therapysync.gateway.console.page.ConsolePage;
import ai.therapysync.gateway.console.page.ConsolePage.Handler;
import ai.therapysync.gateway.console.page.Section;
import ai.therapysync.gateway.console.page.Visit;
import ai.therapysync.gateway.telemetry.Failures;
import ai.therapysync.gateway.web.ClientAddress;
import ai.therapysync.persistence.access.ConsoleSessions;
import ai.therapysync.persistence.access.Permission;
import ai.therapysync.persistence.audit.Origin;
import ai.therapysync.persistence.database.DatabaseAway;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stands before every page of the console. */
public final class Guard {
  private static final Logger LOG = LoggerFactory.getLogger(Guard.class);
  private static final String OUT_OF_DATE =
      "This page is out of date: load it again, then repeat what you wanted to do.";
  private static final String NOT_YOURS = "Your roles don't allow this.";

  private final Entrance entrance;
  private final Tokens tokens;
  private final Responder responder;
  private final OutsidePages ground;
  private final ConsoleSessions sessions;
  private final ClientAddress addresses;

  Guard(
      Entrance entrance,
      Tokens tokens,
      Responder responder,
      OutsidePages ground,
      ConsoleSessions sessions,
      ClientAddress addresses) {
    this.entrance = entrance;
    this.tokens = tokens;
    this.responder = responder;
    this.ground = ground;
    this.sessions = sessions;
    this.addresses = addresses;
  }

  /** Mounts a page behind the guard. */
  public void mount(ConsolePage page, JavalinConfig config) {
    Section section = page.section();
    responder.mounted(section);
    page.mount(
        new ConsolePage.Routes() {
          @Override
          public void get(String path, Handler handler) {
            config.routes.get(path, http -> look(http, section, handler));
          }

          @Override
          public void post(String path, Permission permission, Handler handler) {
            config.routes.post(
                path, http -> act(http, section, present -> may(present, permission), handler));
          }

          @Override
          public void post(String path, Handler handler) {
            config.routes.post(path, http -> act(http, section, _ -> true, handler));
          }
        });
  }

  /** Whatever else is asked for: a page that says so; after all others. */
  public void mountMissing(JavalinConfig config) {
    config.routes.get(
        "/console/<rest>", http -> look(http, Section.ACCOUNT, _ -> Answer.missing()));
  }

  /** Somebody who is wholly inside; for what is no page. */
  public Optional<Present> inside(Context http) {
    return entrance.present(http).filter(present -> present.stage() == Stage.INSIDE);
  }

  private void look(Context http, Section section, Handler handler) {
    guarded(
        http,
        present -> {
          Visit visit = visit(http, present);
          boolean open = section.isOpenTo(present.visitor().caller());
          responder.send(http, present, visit, open ? handler.handle(visit) : Answer.missing());
        });
  }

  private void act(Context http, Section section, Predicate<Present> allowed, Handler handler) {
    guarded(
        http,
        present -> {
          Visit visit = visit(http, present);
          responder.send(
              http, present, visit, act(http, section, allowed, handler, present, visit));
        });
  }

  private Answer act(
      Context http,
      Section section,
      Predicate<Present> allowed,
      Handler handler,
      Present present,
      Visit visit) {
    if (!isOurs(http, present.secret())) {
      return new Answer.Refused(OUT_OF_DATE);
    }
    if (!section.isOpenTo(present.visitor().caller())) {
      return Answer.missing();
    }
    return allowed.test(present) ? handler.handle(visit) : new Answer.Refused(NOT_YOURS);
  }

  private interface Work {
    void with(Present present);
  }

  private void guarded(Context http, Work work) {
    try {
      Optional<Present> present = entrance.present(http);
      if (present.isEmpty()) {
        toLogin(http);
        return;
      }
      if (present.get().stage() != Stage.INSIDE) {
        lead(http, path(present.get().stage()) + "?next=" + encoded(OutsidePages.here(http)));
        return;
      }
      if (http.header("X-Live") == null) {
        sessions.seen(present.get().visitor().session());
      }
      work.with(present.get());
    } catch (RuntimeException e) {
      failed(http, e);
    }
  }

  private Visit visit(Context http, Present present) {
    return new Visit(http, present.visitor(), origin(http));
  }

  Origin origin(Context http) {
    return new Origin(Origin.Door.CONSOLE, addresses.of(http));
  }

  /** Whether a form or a script of ours sent it. */
  boolean isOurs(Context http, String secret) {
    String site = Optional.ofNullable(http.header("Sec-Fetch-Site")).orElse("same-origin");
    Optional<String> token =
        Optional.ofNullable(http.header("X-CSRF-Token"))
            .or(() -> Optional.ofNullable(http.formParam("_csrf")));
    return (site.equals("same-origin") || site.equals("none")) && tokens.isCsrf(secret, token);
  }

  /** Where one goes at this stage. */
  static String path(Stage stage) {
    return switch (stage) {
      case CODE -> "/console/login/code";
      case CHANGE_PASSWORD -> "/console/login/password";
      case ADD_SECOND_FACTOR -> "/console/login/second-factor";
      case INSIDE -> "/console";
    };
  }

  private static boolean may(Present present, Permission permission) {
    return present.visitor().caller().may(permission);
  }

  /**
   * A browser that follows another site's link, from a mail perhaps, keeps our strict cookie to
   * itself: a page of ours that loads itself again brings it.
   */
  private void toLogin(Context http) {
    boolean fromElsewhere = "cross-site".equals(http.header("Sec-Fetch-Site"));
    if (fromElsewhere && http.method().toString().equals("GET")) {
      ground.send(
          http, 200, "One moment", "", "door/arriving", Map.of("here", OutsidePages.here(http)));
      return;
    }
    lead(http, "/console/login?next=" + encoded(OutsidePages.here(http)));
  }

  private static void lead(Context http, String path) {
    if ("true".equals(http.header("HX-Request"))) {
      http.status(401).header("HX-Redirect", path);
      return;
    }
    http.redirect(path, HttpStatus.SEE_OTHER);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  void failed(Context http, RuntimeException failure) {
    boolean away = DatabaseAway.isCauseOf(failure);
    if (away) {
      LOG.warn("The console lacks its database: {}", Failures.describe(failure));
    } else {
      LOG.error("A page of the console failed: {}", Failures.describe(failure));
    }
    String words =
        away
            ? "The database does not answer just now. Try again in a moment; messages and pages to"
                + " contacts are not lost."
            : "This page could not be shown. The log says why; nothing was changed.";
    ground.send(
        http, away ? 503 : 500, "Something went wrong", "", "door/failed", Map.of("words", words));
  }
}
