package ai.therapysync.persistence.keys;

import ai.therapysync.persistence.audit.AuditEntry;
import ai.therapysync.persistence.audit.AuditLog;
import ai.therapysync.persistence.audit.Origin;
import ai.therapysync.persistence.crisis.Incidents;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The end of a person's data key: what it sealed is unreadable for good. */
public final class DataKeys {
  private final Jdbi jdbi;
  private final AuditLog log;

  /** With where it is written down. */
  public DataKeys(Jdbi jdbi, AuditLog log) {
    this.jdbi = jdbi;
    this.log = log;
  }

  /** What came of it. */
  public sealed interface Destroyed {
    /**
     * It is gone.
     *
     * @param inClear so many messages stand in clear, and stay: the person wanted no encryption
     */
    record Gone(long inClear) implements Destroyed {}

    /** No person has this id. */
    record Nobody() implements Destroyed {}

    /** While an incident is open, those who help must be able to read. */
    record InDanger() implements Destroyed {}
  }

  /**
   * Destroys it under the person's lock, and what the gateway keeps of their messages besides: the
   * places and media of those that came, the words of those that went out.
   */
  public Destroyed destroy(UUID person) {
    return jdbi.inTransaction(handle -> {
      Destroyed destroyed = destroy(handle, person);
      if (destroyed instanceof Destroyed.Gone) {
        AuditEntry entry = AuditEntry.of("destroy", "data_keys", person);
        log.append(handle, Optional.empty(), Origin.commandLine(), entry);
      }
      return destroyed;
    });
  }

  private static Destroyed destroy(Handle handle, UUID person) {
    boolean known =
        handle
            .createQuery("SELECT true FROM public.profiles WHERE id = :id FOR NO KEY UPDATE")
            .bind("id", person)
            .mapTo(Boolean.class)
            .findOne()
            .isPresent();
    if (!known) {
      return new Destroyed.Nobody();
    }
    if (count(
            handle,
            "public.crisis_interventions ci WHERE ci.user_id = :id AND "
                + Incidents.openCondition(),
            person)
        > 0) {
      return new Destroyed.InDanger();
    }
    erase(handle, "DELETE FROM gateway.data_keys WHERE user_id = :id", person);
    erase(handle, "UPDATE gateway.inbound SET content = NULL WHERE user_id = :id", person);
    erase(
        handle,
        "UPDATE gateway.outbox SET payload = '', choices = NULL WHERE user_id = :id"
            + " AND state IN ('accepted', 'failed', 'withdrawn')",
        person);
    return new Destroyed.Gone(
        count(
            handle,
            "public.whatsapp_messages WHERE user_id = :id AND content NOT LIKE 'sealed:v1:%'",
            person));
  }

  private static void erase(Handle handle, String statement, UUID person) {
    handle.createUpdate(statement).bind("id", person).execute();
  }

  private static long count(Handle handle, String rows, UUID person) {
    return handle
        .createQuery("SELECT count(*) FROM " + rows)
        .bind("id", person)
        .mapTo(Long.class)
        .one();
  }
}
