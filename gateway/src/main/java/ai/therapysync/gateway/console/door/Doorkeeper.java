package ai.therapysync.gateway.console.door;

import ai.therapysync.persistence.access.Caller;
import ai.therapysync.persistence.access.Callers;
import ai.therapysync.persistence.access.ConsoleAccess;
import ai.therapysync.persistence.access.Login;
import ai.therapysync.persistence.access.LoginThrottle;
import ai.therapysync.persistence.access.Logins;
import ai.therapysync.persistence.audit.Origin;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** Looks at passwords, and slows down who guesses them. */
final class Doorkeeper {
  private static final int FREE_BY_ADDRESS = 5;

  /** A whole office may share one. */
  private static final int FREE_BY_NETWORK = 20;

  private final Callers callers;
  private final Logins logins;
  private final LoginThrottle throttle;
  private final ConsoleAccess access;
  private final Tokens tokens;
  private final Passwords passwords = new Passwords();

  Doorkeeper(
      Callers callers, Logins logins, LoginThrottle throttle, ConsoleAccess access, Tokens tokens) {
    this.callers = callers;
    this.logins = logins;
    this.throttle = throttle;
    this.access = access;
    this.tokens = tokens;
  }

  /** Who knocks. Private: never printed. */
  record Knock(String email, String password, Optional<String> device, String browser) {
    @Override
    public String toString() {
      return "Knock[REDACTED]";
    }
  }

  /** Lets in who shows the password of somebody with an active operator's role. */
  Entry open(Knock knock, Origin origin) {
    String subject = tokens.attemptsOf(knock.email(), knock.device());
    String network = "network:" + origin.address();
    Optional<Duration> wait =
        throttle.claim(subject, FREE_BY_ADDRESS).or(() -> throttle.claim(network, FREE_BY_NETWORK));
    if (wait.isPresent()) {
      return new Entry.Later(wait.get());
    }
    Optional<Login> login = logins.byEmail(knock.email());
    boolean right = passwords.matches(knock.password(), login.map(Login::passwordHash));
    if (!right || login.filter(this::isOperator).isEmpty()) {
      access.failed(login.map(Login::user), "login_failed", origin);
      return new Entry.Wrong();
    }
    throttle.succeeded(subject);
    throttle.takeBack(network);
    String secret = Cookies.newSecret();
    access.enter(login.get().user(), secret, false, origin, knock.browser());
    return new Entry.In(secret);
  }

  /** Whether somebody who is inside knows their own password; guesses are slowed down. */
  Entry knows(Login login, String password) {
    String subject = "inside:" + login.user();
    Optional<Duration> wait = throttle.claim(subject, FREE_BY_ADDRESS);
    if (wait.isPresent()) {
      return new Entry.Later(wait.get());
    }
    if (!passwords.matches(password, Optional.of(login.passwordHash()))) {
      return new Entry.Wrong();
    }
    throttle.succeeded(subject);
    return new Entry.In("");
  }

  /** The same for a code, by what looks at it. */
  Entry guess(Login login, String code, Predicate<String> isRight) {
    String subject = "code:" + login.user();
    Optional<Duration> wait = throttle.claim(subject, FREE_BY_ADDRESS);
    if (wait.isPresent()) {
      return new Entry.Later(wait.get());
    }
    if (!isRight.test(code)) {
      return new Entry.Wrong();
    }
    throttle.succeeded(subject);
    return new Entry.In(Cookies.newSecret());
  }

  private boolean isOperator(Login login) {
    return callers.find(login.user()).filter(Caller::isOperator).isPresent();
  }
}
