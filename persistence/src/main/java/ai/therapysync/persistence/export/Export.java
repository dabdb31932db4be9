package ai.therapysync.persistence.export;

import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.access.Caller;
import ai.therapysync.persistence.access.Permission;
import ai.therapysync.persistence.audit.AuditEntry;
import ai.therapysync.persistence.sealing.DataKey;
import ai.therapysync.persistence.sealing.Sealer;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Hands out everything about a person, as one archive. */
public final class Export {
  private final Jdbi jdbi;
  private final Sealer sealer;
  private final InstantSource clock;
  private final List<Part> parts = Part.all();

  /** On the database, with the keys that open messages. */
  public Export(Jdbi jdbi, Sealer sealer, InstantSource clock) {
    this.jdbi = jdbi;
    this.sealer = sealer;
    this.clock = clock;
  }

  /** What comes of asking. */
  public sealed interface Asked {
    /** Write it once the caller's transaction is over. */
    record Granted(Archive archive) implements Asked {}

    /** There is no such person, or none whom the caller may see. */
    record NotSeen() implements Asked {}

    /** The caller may see the person, and not all that is kept of them. */
    record NotAllowed() implements Asked {}
  }

  /**
   * Asks for it in the caller's name: for themselves, or as an operator who may see users and read
   * conversations. A line of the audit log says so.
   */
  public Asked ask(Acting acting, UUID person) {
    boolean seen =
        acting
            .handle()
            .createQuery("SELECT id FROM public.profiles WHERE id = :person")
            .bind("person", person)
            .mapTo(UUID.class)
            .findOne()
            .isPresent();
    if (!seen) {
      return new Asked.NotSeen();
    }
    if (!mayBeTakenBy(acting.caller(), person)) {
      return new Asked.NotAllowed();
    }
    Optional<DataKey> key = acting.asOwner(handle -> key(handle, person));
    acting.note(AuditEntry.of("export", "users", person));
    return new Asked.Granted(new Archive(jdbi, sealer, key, parts, person, clock.instant()));
  }

  private static boolean mayBeTakenBy(Caller caller, UUID person) {
    return caller.is(person)
        || (caller.may(Permission.SEE_USERS) && caller.may(Permission.READ_CONVERSATIONS));
  }

  private Optional<DataKey> key(Handle handle, UUID person) {
    return handle
        .createQuery("SELECT sealed_key FROM gateway.data_keys WHERE user_id = :person")
        .bind("person", person)
        .mapTo(String.class)
        .findOne()
        .map(wrapped -> sealer.unwrap(wrapped, person));
  }
}
