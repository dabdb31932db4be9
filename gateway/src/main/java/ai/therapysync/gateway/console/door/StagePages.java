package ai.therapysync.gateway.console.door;

import ai.therapysync.gateway.console.door.Present.Stage;
import ai.therapysync.gateway.console.page.Form;
import ai.therapysync.persistence.access.ConsoleAccess;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What stands between the password and the inside: a code, a password of one's own. */
final class StagePages {
  private final Guard guard;
  private final Entrance entrance;
  private final ConsoleAccess access;
  private final Enrolment enrolment;
  private final Cookies cookies;
  private final View view;

  StagePages(
      Guard guard,
      Entrance entrance,
      ConsoleAccess access,
      Enrolment enrolment,
      Cookies cookies,
      View view) {
    this.guard = guard;
    this.entrance = entrance;
    this.access = access;
    this.enrolment = enrolment;
    this.cookies = cookies;
    this.view = view;
  }

  /** How a page is shown to somebody who is not inside yet. */
  record View(OutsidePages ground, Tokens tokens) {
    void show(
        Context http,
        Present present,
        int status,
        String title,
        String template,
        Map<String, ?> model) {
      Map<String, Object> all = new HashMap<>(model);
      all.put("email", present.login().email());
      ground.send(http, status, title, tokens.csrf(present.secret()), template, all);
    }
  }

  void mount(JavalinConfig config) {
    stage(config, Stage.CODE, (http, present) -> code(http, present, 200, ""), this::passCode);
    stage(
        config,
        Stage.CHANGE_PASSWORD,
        (http, present) -> password(http, present, 200, Form.empty()),
        this::changePassword);
    stage(
        config,
        Stage.ADD_SECOND_FACTOR,
        (http, present) -> secondFactor(http, present, 200, ""),
        this::addSecondFactor);
  }

  private void stage(
      JavalinConfig config,
      Stage stage,
      BiConsumer<Context, Present> show,
      BiConsumer<Context, Present> take) {
    String path = Guard.path(stage);
    config.routes.get(path, http -> at(http, stage, show));
    config.routes.post(
        path,
        http ->
            at(
                http,
                stage,
                (_, present) ->
                    (guard.isOurs(http, present.secret()) ? take : show).accept(http, present)));
  }

  /** Whoever is at another stage is led there. */
  private void at(Context http, Stage stage, BiConsumer<Context, Present> work) {
    try {
      Optional<Present> present = entrance.present(http);
      if (present.isEmpty()) {
        http.redirect(LoginPage.PATH, HttpStatus.SEE_OTHER);
        return;
      }
      if (present.get().stage() != stage) {
        http.redirect(onward(http, present.get()), HttpStatus.SEE_OTHER);
        return;
      }
      work.accept(http, present.get());
    } catch (RuntimeException e) {
      guard.failed(http, e);
    }
  }

  private static String onward(Context http, Present present) {
    return present.stage() == Stage.INSIDE ? OutsidePages.next(http) : Guard.path(present.stage());
  }

  private void code(Context http, Present present, int status, String message) {
    view.show(http, present, status, "Second factor", "door/code", Map.of("message", message));
  }

  private void passCode(Context http, Present present) {
    String typed = Optional.ofNullable(http.formParam("code")).orElse("");
    switch (enrolment.pass(present, typed, guard.origin(http))) {
      case Entry.In(String secret) -> {
        cookies.set(http, Cookies.SESSION, secret);
        http.redirect(OutsidePages.next(http), HttpStatus.SEE_OTHER);
      }
      case Entry.Wrong() ->
          code(http, present, 422, "This code is wrong, or was used before. Wait for the next.");
      case Entry.Later later -> code(http, present, 429, LoginPage.later(later.span()));
    }
  }

  private void password(Context http, Present present, int status, Form form) {
    view.show(http, present, status, "Choose a password", "door/password", Map.of("form", form));
  }

  private void changePassword(Context http, Present present) {
    Form form = Form.of(http.formParamMap());
    Optional<String> chosen = NewPassword.read(form, present.login());
    if (chosen.isEmpty()) {
      password(http, present, 422, form);
      return;
    }
    access.changePassword(
        present.visitor().session(), Passwords.hash(chosen.get()), guard.origin(http));
    http.redirect(OutsidePages.next(http), HttpStatus.SEE_OTHER);
  }

  private void secondFactor(Context http, Present present, int status, String message) {
    Enrolment.Offer offer = enrolment.offer(present.login());
    view.show(
        http,
        present,
        status,
        "Add a second factor",
        "door/secondFactor",
        Map.of("picture", offer.picture(), "grouped", offer.grouped(), "message", message));
  }

  private void addSecondFactor(Context http, Present present) {
    String typed = Optional.ofNullable(http.formParam("code")).orElse("");
    Optional<List<String>> codes = enrolment.confirm(present, typed, guard.origin(http));
    if (codes.isEmpty()) {
      secondFactor(http, present, 422, "This code does not fit. Try the next one.");
      return;
    }
    view.show(
        http, present, 200, "Recovery codes", "door/recoveryCodes", Map.of("codes", codes.get()));
  }
}
