package ai.therapysync.persistence.views;

import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.audit.AuditEntry;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** People whom an operator adds: an account and a profile. */
public final class Newcomers {
  private Newcomers() {}

  /**
   * Adds somebody.
   *
   * @return empty when somebody has that address already
   */
  public static Optional<UUID> add(Acting acting, String name, String email, String language) {
    Optional<UUID> added =
        acting.asOwner(owner ->
            isKnown(owner, email)
                ? Optional.empty()
                : Optional.of(add(owner, name, email, language)));
    added.ifPresent(id -> acting.note(AuditEntry.of("create", "users", id)));
    return added;
  }

  /** Two operators who add the same address wait for each other. */
  private static boolean isKnown(Handle owner, String email) {
    owner
        .createQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtext('newcomer'))")
        .mapTo(Integer.class)
        .one();
    return owner
        .createQuery(
            "SELECT EXISTS (SELECT 1 FROM auth.users WHERE lower(email) = lower(:email))"
                + " OR EXISTS (SELECT 1 FROM public.profiles WHERE lower(email) = lower(:email))")
        .bind("email", email)
        .mapTo(Boolean.class)
        .one();
  }

  private static UUID add(Handle owner, String name, String email, String language) {
    UUID id =
        owner
            .createQuery(
                "INSERT INTO auth.users (id, email) VALUES (gen_random_uuid(), :email) RETURNING id")
            .bind("email", email)
            .mapTo(UUID.class)
            .one();
    owner
        .createUpdate(
            """
            INSERT INTO public.profiles (id, email, name, preferred_language)
            VALUES (:id, :email, :name, :language)
            ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name,
              preferred_language = EXCLUDED.preferred_language
            """)
        .bind("id", id)
        .bind("email", email)
        .bind("name", name)
        .bind("language", language)
        .execute();
    return id;
  }
}
