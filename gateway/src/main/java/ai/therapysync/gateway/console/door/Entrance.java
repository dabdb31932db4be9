package ai.therapysync.gateway.console.door;

import ai.therapysync.gateway.config.ConsoleSettings.SecondFactor;
import ai.therapysync.gateway.console.door.Present.Stage;
import ai.therapysync.gateway.console.page.Visitor;
import ai.therapysync.persistence.access.Caller;
import ai.therapysync.persistence.access.Callers;
import ai.therapysync.persistence.access.ConsoleSession;
import ai.therapysync.persistence.access.ConsoleSessions;
import ai.therapysync.persistence.access.Login;
import ai.therapysync.persistence.access.Logins;
import ai.therapysync.persistence.access.Permission;
import io.javalin.http.Context;
import java.util.Optional;

/** Knows who is at the door, and how far they may come: asked anew with every request. */
final class Entrance {
  private final ConsoleSessions sessions;
  private final Logins logins;
  private final Callers callers;
  private final SecondFactor secondFactor;

  Entrance(ConsoleSessions sessions, Logins logins, Callers callers, SecondFactor secondFactor) {
    this.sessions = sessions;
    this.logins = logins;
    this.callers = callers;
    this.secondFactor = secondFactor;
  }

  /** By what the browser holds; empty when that is nothing that counts. */
  Optional<Present> present(Context http) {
    return Cookies.read(http, Cookies.SESSION).flatMap(this::present);
  }

  private Optional<Present> present(String secret) {
    Optional<ConsoleSession> session = sessions.find(secret);
    Optional<Login> login = session.flatMap(found -> logins.of(found.user()));
    Optional<Caller> caller =
        session.flatMap(found -> callers.find(found.user())).filter(Caller::isOperator);
    if (session.isEmpty() || login.isEmpty() || caller.isEmpty()) {
      return Optional.empty();
    }
    Visitor visitor = new Visitor(caller.get(), session.get());
    return Optional.of(new Present(visitor, login.get(), stage(visitor, login.get()), secret));
  }

  private Stage stage(Visitor visitor, Login login) {
    if (login.secondFactor() && !visitor.session().secondFactor()) {
      return Stage.CODE;
    }
    if (login.mustChange()) {
      return Stage.CHANGE_PASSWORD;
    }
    boolean asked =
        secondFactor == SecondFactor.REQUIRED && visitor.caller().may(Permission.RUN_THE_HOUSE);
    return asked && !login.secondFactor() ? Stage.ADD_SECOND_FACTOR : Stage.INSIDE;
  }
}
