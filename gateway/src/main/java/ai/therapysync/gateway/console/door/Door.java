package ai.therapysync.gateway.console.door;

import ai.therapysync.gateway.config.HttpSettings;
import ai.therapysync.gateway.console.page.Assets;
import ai.therapysync.gateway.console.page.Templates;
import ai.therapysync.gateway.web.ClientAddress;
import ai.therapysync.persistence.access.Callers;
import ai.therapysync.persistence.access.ConsoleAccess;
import ai.therapysync.persistence.access.ConsoleSessions;
import ai.therapysync.persistence.access.LoginThrottle;
import ai.therapysync.persistence.access.Logins;
import ai.therapysync.persistence.access.SecondFactors;
import ai.therapysync.persistence.audit.AuditLog;
import ai.therapysync.persistence.database.Database;
import ai.therapysync.persistence.sealing.MacKey;
import ai.therapysync.persistence.sealing.Sealer;
import io.javalin.config.JavalinConfig;
import java.time.InstantSource;

/** The console's door as a whole: who comes in, and the guard that stands before every page. */
public final class Door {
  private final Guard guard;
  private final LoginPage loginPage;
  private final StagePages stagePages;
  private final AccountPage accountPage;
  private final Appearance appearance;
  private final Assets assets;
  private final ConsoleAccess access;

  /**
   * What it is built from.
   *
   * @param key of cookies' and codes' hashes
   */
  public record Ground(
      Database database,
      Callers callers,
      AuditLog log,
      Sealer sealer,
      MacKey key,
      HttpSettings http,
      InstantSource clock) {}

  /** Builds it, top to bottom. */
  public Door(Ground ground) {
    Database database = ground.database();
    ConsoleSessions sessions = new ConsoleSessions(database, ground.key(), ground.clock());
    SecondFactors factors = new SecondFactors(database, ground.sealer(), ground.key());
    Logins logins = new Logins(database);
    Tokens tokens = new Tokens(ground.key());
    Templates templates = new Templates();
    Cookies cookies = new Cookies(ground.http().isEncrypted());
    this.assets = new Assets();
    this.access = new ConsoleAccess(database, ground.log(), sessions, factors, ground.clock());
    OutsidePages outside = new OutsidePages(templates, assets);
    Doorkeeper doorkeeper =
        new Doorkeeper(
            ground.callers(),
            logins,
            new LoginThrottle(database, ground.key(), ground.clock()),
            access,
            tokens);
    Enrolment enrolment = new Enrolment(factors, access, doorkeeper, ground.clock());
    Entrance entrance =
        new Entrance(sessions, logins, ground.callers(), ground.http().console().secondFactor());
    this.guard =
        new Guard(
            entrance,
            tokens,
            new Responder(templates, assets, tokens, sessions, ground.clock()),
            outside,
            sessions,
            new ClientAddress(ground.http().console().proxies()));
    this.loginPage = new LoginPage(guard, entrance, doorkeeper, tokens, cookies, outside);
    this.stagePages =
        new StagePages(
            guard, entrance, access, enrolment, cookies, new StagePages.View(outside, tokens));
    this.appearance = new Appearance(guard, cookies);
    this.accountPage = new AccountPage(logins, sessions, access, doorkeeper, enrolment);
  }

  /** What stands before every page. */
  public Guard guard() {
    return guard;
  }

  /** Adds the door's own addresses. */
  public void mount(JavalinConfig config) {
    assets.mount(config);
    loginPage.mount(config);
    loginPage.mountExit(config, access);
    stagePages.mount(config);
    appearance.mount(config);
    guard.mount(accountPage, config);
  }
}
