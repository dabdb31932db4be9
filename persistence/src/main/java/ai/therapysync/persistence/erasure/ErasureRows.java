package ai.therapysync.persistence.erasure;

import ai.therapysync.persistence.crisis.Incidents;
import ai.therapysync.persistence.database.Rows;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** Erases under the person's lock, and keeps the ledger. */
final class ErasureRows {
  /** Whoever may inherit a household is locked with the person, in the order of ids, as always. */
  private static final String LOCK =
      """
      SELECT p.id FROM public.profiles p WHERE p.id = :person OR p.id IN (
        SELECT m.user_id FROM public.household_members m
        JOIN public.households h ON h.id = m.household_id
        WHERE h.primary_account_holder_id = :person AND m.invitation_status = 'accepted')
      ORDER BY p.id FOR UPDATE
      """;

  private ErasureRows() {}

  static void lock(Handle handle, UUID person) {
    handle.createQuery(LOCK).bind("person", person).mapTo(UUID.class).list();
  }

  static boolean isIncidentOpen(Handle handle, UUID person) {
    return handle
        .createQuery(
            "SELECT EXISTS (SELECT 1 FROM public.crisis_interventions ci"
                + " WHERE ci.user_id = :person AND "
                + Incidents.openCondition()
                + ")")
        .bind("person", person)
        .mapTo(Boolean.class)
        .one();
  }

  static void asked(Handle handle, UUID person, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO gateway.erasures (user_id, asked_at) VALUES (:person, :now)"
                + " ON CONFLICT DO NOTHING")
        .bind("person", person)
        .bind("now", Rows.at(now))
        .execute();
  }

  /** Whether it has been done; empty when nobody asked. */
  static Optional<Boolean> isDone(Handle handle, UUID person) {
    return handle
        .createQuery("SELECT done_at IS NOT NULL FROM gateway.erasures WHERE user_id = :person")
        .bind("person", person)
        .mapTo(Boolean.class)
        .findOne();
  }

  /**
   * Erases, as the owner of the tables; whether their account could be deleted, too.
   *
   * @throws ErasureBlocked when a table that we don't know refers to the person
   */
  static boolean erase(Handle handle, UUID person, Instant now) {
    try {
      all(handle, MessageRemains.ALL, person, now);
      all(handle, Remains.OF_THE_GATEWAY, person, now);
      all(handle, HouseholdRemains.ALL, person, now);
      all(handle, Remains.OF_THE_PLATFORM, person, now);
    } catch (JdbiException e) {
      throw ErasureBlocked.of(e);
    }
    boolean account = deleteAccount(handle, person, now);
    handle
        .createUpdate(
            "UPDATE gateway.erasures SET done_at = coalesce(done_at, :now),"
                + " account_deleted = :account WHERE user_id = :person")
        .bind("now", Rows.at(now))
        .bind("account", account)
        .bind("person", person)
        .execute();
    return account;
  }

  /** On Supabase accounts are not ours, and the login may lack the right. */
  private static boolean deleteAccount(Handle handle, UUID person, Instant now) {
    handle.savepoint("account");
    try {
      run(handle, "DELETE FROM auth.users WHERE id = :person", person, now);
      handle.releaseSavepoint("account");
      return true;
    } catch (JdbiException refused) {
      handle.rollbackToSavepoint("account");
      return false;
    }
  }

  private static void all(Handle handle, List<String> statements, UUID person, Instant now) {
    statements.forEach(statement -> run(handle, statement, person, now));
  }

  private static void run(Handle handle, String statement, UUID person, Instant now) {
    handle.createUpdate(statement).bind("person", person).bind("now", Rows.at(now)).execute();
  }
}
