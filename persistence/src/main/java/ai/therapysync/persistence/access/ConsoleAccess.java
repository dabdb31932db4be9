package ai.therapysync.persistence.access;

import ai.therapysync.persistence.audit.AuditEntry;
import ai.therapysync.persistence.audit.AuditLog;
import ai.therapysync.persistence.audit.Origin;
import ai.therapysync.persistence.database.Database;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What happens at the console's door, each in one transaction with its line of the audit log. */
public final class ConsoleAccess {
  private final Jdbi jdbi;
  private final AuditLog log;
  private final ConsoleSessions sessions;
  private final SecondFactors factors;
  private final InstantSource clock;

  /** With what is changed, and where it is written down. */
  public ConsoleAccess(
      Database database,
      AuditLog log,
      ConsoleSessions sessions,
      SecondFactors factors,
      InstantSource clock) {
    this.jdbi = database.jdbi();
    this.log = log;
    this.sessions = sessions;
    this.factors = factors;
    this.clock = clock;
  }

  /**
   * Somebody has shown their password, and where it is asked for their second factor.
   *
   * @param secret what their browser will show
   */
  public void enter(UUID user, String secret, boolean secondFactor, Origin origin, String browser) {
    inTransaction(
        origin,
        user,
        "login",
        handle -> {
          sessions.open(handle, secret, user, secondFactor, origin.address(), browser);
          Logins.cameIn(handle, user, clock.instant());
        });
  }

  /** In the place of a session that lacked the second factor there is one that has it. */
  public void pass(ConsoleSession before, String secret, Origin origin) {
    inTransaction(
        origin,
        before.user(),
        "second_factor",
        handle -> {
          ConsoleSessions.end(handle, before.id());
          sessions.open(handle, secret, before.user(), true, origin.address(), before.browser());
        });
  }

  /** Somebody was turned away, who may be anybody; whose login it was, where it was one. */
  public void failed(Optional<UUID> user, String action, Origin origin) {
    AuditEntry entry = new AuditEntry(action, "console", Optional.empty(), user, List.of());
    jdbi.useTransaction(handle -> log.append(handle, Optional.empty(), origin, entry));
  }

  /** Somebody logs out at one browser. */
  public void leave(ConsoleSession session, Origin origin) {
    inTransaction(
        origin, session.user(), "logout", handle -> ConsoleSessions.end(handle, session.id()));
  }

  /** Somebody logs out everywhere, save at a browser where they go on. */
  public void leaveAll(UUID user, Optional<UUID> save, Origin origin) {
    inTransaction(
        origin, user, "logout_everywhere", handle -> ConsoleSessions.endAll(handle, user, save));
  }

  /** A new password ends all other sessions. */
  public void changePassword(ConsoleSession session, String hash, Origin origin) {
    inTransaction(
        origin,
        session.user(),
        "change_password",
        handle -> {
          Logins.changePassword(handle, session.user(), hash, clock.instant());
          ConsoleSessions.endAll(handle, session.user(), Optional.of(session.id()));
        });
  }

  /** From now on a code is asked for. */
  public void confirmSecondFactor(
      ConsoleSession session, List<String> recoveryCodes, Origin origin) {
    inTransaction(
        origin,
        session.user(),
        "add_second_factor",
        handle -> {
          factors.confirm(handle, session.user(), recoveryCodes, clock.instant());
          ConsoleSessions.hasSecondFactor(handle, session.id());
        });
  }

  /** No code is asked for any more. */
  public void removeSecondFactor(UUID user, Origin origin) {
    inTransaction(
        origin, user, "remove_second_factor", handle -> SecondFactors.remove(handle, user));
  }

  private void inTransaction(Origin origin, UUID user, String action, Consumer<Handle> work) {
    jdbi.useTransaction(handle -> {
      work.accept(handle);
      log.append(handle, Optional.of(user), origin, AuditEntry.of(action, "console", user));
    });
  }
}
