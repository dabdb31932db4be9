package ai.therapysync.persistence.views;

import ai.therapysync.persistence.database.Database;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The people who work with the gateway: their accounts, roles and logins. */
public final class Operators {
  private final Database database;

  public Operators(Database database) {
    this.database = database;
  }

  /**
   * Gives somebody a role, with an account and a login where they have none.
   *
   * @param role a value of {@code app_role}
   * @param passwordHash of a one-time password; kept only where there was no login yet
   * @return whether the password counts
   */
  public boolean add(String email, String role, String passwordHash) {
    return database
        .jdbi()
        .inTransaction(handle -> {
          UUID id = account(handle, email);
          profile(handle, id, email);
          role(handle, id, role);
          return login(handle, id, email, passwordHash);
        });
  }

  /** Makes sure of an account and a profile for an address. */
  static UUID accountWithProfile(Handle handle, String email) {
    UUID id = account(handle, email);
    profile(handle, id, email);
    return id;
  }

  /**
   * A login for who has none, and a new one-time password for who has not used theirs; whoever has
   * a password of their own keeps it, and the roles that somebody gave or took since.
   *
   * @return whether the password counts
   */
  public boolean lendLogin(String email, String role, String passwordHash) {
    boolean known =
        database
                .jdbi()
                .withHandle(handle ->
                    handle
                        .createQuery(
                            "SELECT count(*) FROM gateway.operator_logins WHERE lower(email) = lower(:email)")
                        .bind("email", email)
                        .mapTo(Integer.class)
                        .one())
            > 0;
    if (!known) {
      return add(email, role, passwordHash);
    }
    return database
            .jdbi()
            .withHandle(handle ->
                handle
                    .createUpdate(
                        """
                        UPDATE gateway.operator_logins SET password_hash = :hash
                        WHERE lower(email) = lower(:email) AND must_change
                        """)
                    .bind("hash", passwordHash)
                    .bind("email", email)
                    .execute())
        > 0;
  }

  /** Replaces the password of somebody who has a login; false when they have none. */
  public boolean renewPassword(String email, String passwordHash) {
    return database
            .jdbi()
            .withHandle(handle ->
                handle
                    .createUpdate(
                        """
                        UPDATE gateway.operator_logins
                        SET password_hash = :hash, must_change = TRUE WHERE lower(email) = lower(:email)
                        """)
                    .bind("hash", passwordHash)
                    .bind("email", email)
                    .execute())
        > 0;
  }

  private static UUID account(Handle handle, String email) {
    Optional<UUID> known =
        handle
            .createQuery(
                "SELECT id FROM auth.users WHERE lower(email) = lower(:email) ORDER BY created_at LIMIT 1")
            .bind("email", email)
            .mapTo(UUID.class)
            .findOne();
    return known.orElseGet(() ->
        handle
            .createQuery(
                """
                INSERT INTO auth.users (id, email, raw_user_meta_data)
                VALUES (gen_random_uuid(), :email, jsonb_build_object('operator', TRUE))
                RETURNING id
                """)
            .bind("email", email)
            .mapTo(UUID.class)
            .one());
  }

  private static void profile(Handle handle, UUID id, String email) {
    handle
        .createUpdate(
            """
            INSERT INTO public.profiles (id, email, name)
            VALUES (:id, :email, split_part(:email, '@', 1)) ON CONFLICT (id) DO NOTHING
            """)
        .bind("id", id)
        .bind("email", email)
        .execute();
  }

  static void role(Handle handle, UUID id, String role) {
    handle
        .createUpdate(
            """
            INSERT INTO public.user_roles (user_id, role) VALUES (:id, CAST(:role AS public.app_role))
            ON CONFLICT (user_id, role) DO UPDATE SET is_active = TRUE
            """)
        .bind("id", id)
        .bind("role", role)
        .execute();
  }

  static boolean login(Handle handle, UUID id, String email, String passwordHash) {
    return handle
            .createUpdate(
                """
                INSERT INTO gateway.operator_logins (user_id, email, password_hash)
                VALUES (:id, lower(:email), :hash) ON CONFLICT (user_id) DO NOTHING
                """)
            .bind("id", id)
            .bind("email", email)
            .bind("hash", passwordHash)
            .execute()
        > 0;
  }
}
