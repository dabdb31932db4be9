package ai.therapysync.persistence.access;

import ai.therapysync.persistence.audit.AuditLog;
import ai.therapysync.persistence.audit.Origin;
import ai.therapysync.persistence.database.Rows;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Who asks, and transactions in their name. */
public final class Callers {
  private final Jdbi jdbi;
  private final AuditLog log;

  /** With where their doings are written down. */
  public Callers(Jdbi jdbi, AuditLog log) {
    this.jdbi = jdbi;
    this.log = log;
  }

  /** Somebody with an account, and their roles as they are now. */
  public Optional<Caller> find(UUID id) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                SELECT u.id, coalesce(p.email, u.email, '') AS email, coalesce(p.name, '') AS name,
                  ARRAY(SELECT r.role::text FROM public.user_roles r
                    WHERE r.user_id = u.id AND r.is_active) AS roles
                FROM auth.users u LEFT JOIN public.profiles p ON p.id = u.id WHERE u.id = :id
                """)
            .bind("id", id)
            .map((row, _) ->
                new Caller(
                    row.getObject("id", UUID.class),
                    row.getString("email"),
                    row.getString("name"),
                    roles((String[]) row.getArray("roles").getArray())))
            .findOne());
  }

  /** Works in one transaction with the caller's rights and no others. */
  public <T> T acting(Caller caller, Origin origin, Function<Acting, T> work) {
    return jdbi.inTransaction(handle -> {
      become(handle, caller);
      Acting acting = new Acting(handle, caller, origin, log);
      T result = work.apply(acting);
      acting.finish();
      return result;
    });
  }

  static void become(Handle handle, Caller caller) {
    handle
        .createQuery("SELECT set_config('request.jwt.claims', :claims, TRUE)")
        .bind("claims", Rows.write(Map.of("sub", caller.id().toString(), "role", "authenticated")))
        .mapTo(String.class)
        .one();
    handle.execute("SET LOCAL ROLE authenticated");
  }

  private static Set<Role> roles(String[] words) {
    return Set.of(words).stream()
        .flatMap(word -> Role.of(word).stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
