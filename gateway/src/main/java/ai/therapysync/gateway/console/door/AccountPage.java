package ai.therapysync.gateway.console.door;

import ai.therapysync.gateway.console.page.Answer;
import ai.therapysync.gateway.console.page.ConsolePage;
import ai.therapysync.gateway.console.page.Form;
import ai.therapysync.gateway.console.page.Section;
import ai.therapysync.gateway.console.page.Visit;
import ai.therapysync.persistence.access.ConsoleAccess;
import ai.therapysync.persistence.access.ConsoleSession;
import ai.therapysync.persistence.access.ConsoleSessions;
import ai.therapysync.persistence.access.Login;
import ai.therapysync.persistence.access.Logins;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** An operator's own login: password, second factor, where they are logged in. */
public final class AccountPage implements ConsolePage {
  private static final String PATH = "/console/account";

  private final Logins logins;
  private final ConsoleSessions sessions;
  private final ConsoleAccess access;
  private final Doorkeeper doorkeeper;
  private final Enrolment enrolment;

  AccountPage(
      Logins logins,
      ConsoleSessions sessions,
      ConsoleAccess access,
      Doorkeeper doorkeeper,
      Enrolment enrolment) {
    this.logins = logins;
    this.sessions = sessions;
    this.access = access;
    this.doorkeeper = doorkeeper;
    this.enrolment = enrolment;
  }

  /** What the page shows. */
  public record Account(
      Login login, int recoveryCodesLeft, List<ConsoleSession> sessions, UUID current) {
    public Account {
      sessions = List.copyOf(sessions);
    }
  }

  @Override
  public Section section() {
    return Section.ACCOUNT;
  }

  @Override
  public void mount(Routes routes) {
    routes.get(PATH, visit -> show(visit, Form.empty()));
    routes.post(PATH + "/password", this::changePassword);
    routes.get(PATH + "/second-factor", visit -> offer(visit, ""));
    routes.post(PATH + "/second-factor", this::addSecondFactor);
    routes.post(PATH + "/second-factor/remove", this::removeSecondFactor);
    routes.post(PATH + "/sessions/end", this::endOthers);
  }

  private Answer.Page show(Visit visit, Form form) {
    Login login = login(visit);
    Account account =
        new Account(
            login,
            enrolment.recoveryCodesLeft(login),
            sessions.of(login.user()),
            visit.visitor().session().id());
    return Answer.page(
        Section.ACCOUNT, "Your account", "account/page", Map.of("account", account, "form", form));
  }

  private Answer changePassword(Visit visit) {
    Form form = visit.form();
    Login login = login(visit);
    knows(form, login, "password");
    Optional<String> chosen = form.isValid() ? NewPassword.read(form, login) : Optional.empty();
    if (chosen.isEmpty()) {
      return show(visit, form).status(422);
    }
    access.changePassword(visit.visitor().session(), Passwords.hash(chosen.get()), visit.origin());
    return Answer.redirect(PATH)
        .saying("Your password is changed. Elsewhere you have been logged out.");
  }

  private Answer offer(Visit visit, String message) {
    Login login = login(visit);
    if (login.secondFactor()) {
      return Answer.redirect(PATH);
    }
    Enrolment.Offer offer = enrolment.offer(login);
    return Answer.page(
            Section.ACCOUNT,
            "Add a second factor",
            "account/secondFactor",
            Map.of("picture", offer.picture(), "grouped", offer.grouped(), "message", message))
        .status(message.isEmpty() ? 200 : 422);
  }

  private Answer addSecondFactor(Visit visit) {
    Login login = login(visit);
    if (login.secondFactor()) {
      return Answer.redirect(PATH);
    }
    Present present = new Present(visit.visitor(), login, Present.Stage.INSIDE, "");
    Optional<List<String>> codes =
        enrolment.confirm(present, visit.form().value("code"), visit.origin());
    return codes
        .map(shown ->
            (Answer)
                Answer.page(
                    Section.ACCOUNT,
                    "Recovery codes",
                    "account/recoveryCodes",
                    Map.of("codes", shown)))
        .orElseGet(() -> offer(visit, "This code does not fit. Try the next one."));
  }

  private Answer removeSecondFactor(Visit visit) {
    Form form = visit.form();
    Login login = login(visit);
    knows(form, login, "current");
    if (!form.isValid()) {
      return show(visit, form).status(422);
    }
    access.removeSecondFactor(login.user(), visit.origin());
    return Answer.redirect(PATH).saying("No code is asked for any more.");
  }

  private Answer endOthers(Visit visit) {
    ConsoleSession session = visit.visitor().session();
    access.leaveAll(session.user(), Optional.of(session.id()), visit.origin());
    return Answer.redirect(PATH).saying("You are logged out everywhere else.");
  }

  private void knows(Form form, Login login, String field) {
    switch (doorkeeper.knows(login, form.value(field))) {
      case Entry.In _ -> {}
      case Entry.Wrong() -> form.error(field, "This is not your password");
      case Entry.Later later -> form.error(field, LoginPage.later(later.span()));
    }
  }

  private Login login(Visit visit) {
    return logins.of(visit.caller().id()).orElseThrow();
  }
}
