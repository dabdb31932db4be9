package ai.therapysync.persistence.views;

import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.access.Caller;
import ai.therapysync.persistence.access.Callers;
import ai.therapysync.persistence.access.ConsoleSessions;
import ai.therapysync.persistence.access.Permission;
import ai.therapysync.persistence.access.Role;
import ai.therapysync.persistence.access.SecondFactors;
import ai.therapysync.persistence.audit.AuditEntry;
import ai.therapysync.persistence.audit.Origin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Operators as administrators see and change them. */
public final class OperatorList {
  private static final String ALL =
      """
      SELECT p.id, p.email, p.name,
        array_agg(r.role::text) FILTER (WHERE r.is_active) AS roles
      FROM public.user_roles r JOIN public.profiles p ON p.id = r.user_id
      WHERE r.role <> 'user' AND (CAST(:id AS uuid) IS NULL OR p.id = :id)
      GROUP BY p.id ORDER BY bool_or(r.is_active) DESC, lower(p.name), p.email
      """;

  private final Callers callers;

  /** By way of the caller's rights. */
  public OperatorList(Callers callers) {
    this.callers = callers;
  }

  /**
   * Somebody who works here, or did. Private: never printed.
   *
   * @param roles the active ones; none: they can't log in
   */
  public record Operator(
      UUID id, String email, String name, Set<Role> roles, Optional<LoginState> login) {
    public Operator {
      roles = Set.copyOf(roles);
    }

    public boolean isActive() {
      return !roles.isEmpty();
    }

    @Override
    public String toString() {
      return "Operator[" + id + "]";
    }
  }

  /** How somebody gets in. */
  public record LoginState(boolean mustChange, boolean secondFactor, Optional<Instant> last) {}

  /** What came of a change. */
  public enum Outcome {
    DONE,
    /** No such operator, or not the caller's to see. */
    MISSING,
    /** Somebody must be left who can run the house, and nobody saws off their own branch. */
    LAST_ADMINISTRATOR,
    /** They have no login of ours to change. */
    NO_LOGIN
  }

  /** All of them, the active first. */
  public List<Operator> all(Caller caller, Origin origin) {
    return callers.acting(caller, origin, acting -> read(acting, Optional.empty()));
  }

  /** One of them. */
  public Optional<Operator> find(Caller caller, Origin origin, UUID id) {
    return callers.acting(caller, origin, acting -> find(acting, id));
  }

  /**
   * Adds somebody, or gives roles to who is there.
   *
   * @return whether the one-time password counts: not where they have a login already
   */
  public boolean add(
      Caller caller, Origin origin, String email, Set<Role> roles, String passwordHash) {
    return callers.acting(
        caller,
        origin,
        acting -> {
          Added added =
              acting.asOwner(owner -> {
                UUID id = Operators.accountWithProfile(owner, email);
                roles.forEach(role -> Operators.role(owner, id, role.word()));
                return new Added(id, Operators.login(owner, id, email, passwordHash));
              });
          note(acting, "create", added.id(), List.of("role"));
          return added.fresh();
        });
  }

  private record Added(UUID id, boolean fresh) {}

  /** Gives exactly these roles; none: they are out, at once and everywhere. */
  public Outcome changeRoles(Caller caller, Origin origin, UUID id, Set<Role> roles) {
    return change(
        caller,
        origin,
        id,
        acting -> {
          boolean runs =
              roles.stream()
                  .anyMatch(role -> role.permissions().contains(Permission.RUN_THE_HOUSE));
          if (!runs && (caller.is(id) || !acting.asOwner(owner -> stillRuns(owner, caller)))) {
            return Outcome.LAST_ADMINISTRATOR;
          }
          acting.asOwner(owner -> setRoles(owner, id, roles));
          note(acting, roles.isEmpty() ? "deactivate" : "update", id, List.of("role", "is_active"));
          return Outcome.DONE;
        });
  }

  /** Replaces the password by a one-time one, and logs them out everywhere. */
  public Outcome resetPassword(Caller caller, Origin origin, UUID id, String passwordHash) {
    return change(
        caller,
        origin,
        id,
        acting -> {
          boolean had =
              acting.asOwner(owner -> {
                ConsoleSessions.endAll(owner, id, Optional.empty());
                return renew(owner, id, passwordHash);
              });
          if (!had) {
            return Outcome.NO_LOGIN;
          }
          note(acting, "reset_password", id, List.of());
          return Outcome.DONE;
        });
  }

  /** For somebody who has lost their device: takes the second factor off, and logs them out. */
  public Outcome removeSecondFactor(Caller caller, Origin origin, UUID id) {
    return change(
        caller,
        origin,
        id,
        acting -> {
          acting.asOwner(owner -> {
            SecondFactors.remove(owner, id);
            ConsoleSessions.endAll(owner, id, Optional.empty());
            return true;
          });
          note(acting, "remove_second_factor", id, List.of());
          return Outcome.DONE;
        });
  }

  /** One change at a time: two administrators must not take each other's roles away. */
  private Outcome change(Caller caller, Origin origin, UUID id, Function<Acting, Outcome> work) {
    return callers.acting(
        caller,
        origin,
        acting -> {
          acting.asOwner(owner ->
              owner.execute(
                  "SELECT pg_advisory_xact_lock(hashtextextended('gateway.operators', 0))"));
          return find(acting, id).isPresent() ? work.apply(acting) : Outcome.MISSING;
        });
  }

  private static boolean stillRuns(Handle owner, Caller caller) {
    return owner
        .createQuery(
            """
            SELECT EXISTS (SELECT 1 FROM public.user_roles WHERE user_id = :caller AND is_active
              AND role::text IN ('admin', 'super_admin'))
            """)
        .bind("caller", caller.id())
        .mapTo(Boolean.class)
        .one();
  }

  private static boolean setRoles(Handle owner, UUID id, Set<Role> roles) {
    List<String> words = roles.stream().map(Role::word).toList();
    owner
        .createUpdate(
            """
            UPDATE public.user_roles SET is_active = role::text = ANY(:roles)
            WHERE user_id = :id AND role <> 'user'
            """)
        .bindArray("roles", String.class, words)
        .bind("id", id)
        .execute();
    words.forEach(word -> Operators.role(owner, id, word));
    if (roles.isEmpty()) {
      ConsoleSessions.endAll(owner, id, Optional.empty());
    }
    return true;
  }

  private static boolean renew(Handle owner, UUID id, String passwordHash) {
    return owner
            .createUpdate(
                "UPDATE gateway.operator_logins SET password_hash = :hash, must_change = TRUE"
                    + " WHERE user_id = :id")
            .bind("hash", passwordHash)
            .bind("id", id)
            .execute()
        > 0;
  }

  private static void note(Acting acting, String action, UUID id, List<String> fields) {
    acting.note(AuditEntry.of(action, "operators", id, Optional.of(id), fields));
  }

  private static Optional<Operator> find(Acting acting, UUID id) {
    return read(acting, Optional.of(id)).stream().findFirst();
  }

  private static List<Operator> read(Acting acting, Optional<UUID> id) {
    List<Operator> seen =
        acting
            .handle()
            .createQuery(ALL)
            .bind("id", id.orElse(null))
            .map((row, _) -> operator(row))
            .list();
    return seen.stream()
        .map(operator ->
            new Operator(
                operator.id(),
                operator.email(),
                operator.name(),
                operator.roles(),
                acting.asOwner(owner -> login(owner, operator.id()))))
        .toList();
  }

  private static Optional<LoginState> login(Handle owner, UUID id) {
    return owner
        .createQuery(
            "SELECT must_change, totp_confirmed_at IS NOT NULL AS second, last_login_at"
                + " FROM gateway.operator_logins WHERE user_id = :id")
        .bind("id", id)
        .map((row, _) ->
            new LoginState(
                row.getBoolean("must_change"),
                row.getBoolean("second"),
                Optional.ofNullable(row.getObject("last_login_at", OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant)))
        .findOne();
  }

  private static Operator operator(ResultSet row) throws SQLException {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    if (row.getArray("roles") != null) {
      for (String word : (String[]) row.getArray("roles").getArray()) {
        Role.of(word).ifPresent(roles::add);
      }
    }
    return new Operator(
        row.getObject("id", UUID.class),
        row.getString("email"),
        row.getString("name"),
        roles,
        Optional.empty());
  }
}
