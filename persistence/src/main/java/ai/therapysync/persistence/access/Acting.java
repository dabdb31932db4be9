package ai.therapysync.persistence.access;

import ai.therapysync.persistence.audit.AuditEntry;
import ai.therapysync.persistence.audit.AuditLog;
import ai.therapysync.persistence.audit.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * One transaction in a caller's name. What {@link #handle} does, PostgreSQL's row level security
 * and column privileges allow or refuse; a command that has seen its row that way goes on {@link
 * #asOwner}.
 */
public final class Acting {
  private final Handle handle;
  private final Caller caller;
  private final Origin origin;
  private final AuditLog log;
  private final List<AuditEntry> noted = new ArrayList<>();

  Acting(Handle handle, Caller caller, Origin origin, AuditLog log) {
    this.handle = handle;
    this.caller = caller;
    this.origin = origin;
    this.log = log;
  }

  /** The connection, with the caller's rights. */
  public Handle handle() {
    return handle;
  }

  public Caller caller() {
    return caller;
  }

  /** Works with the owner's rights, in the same transaction; the caller's rights come back. */
  public <T> T asOwner(Function<Handle, T> work) {
    handle.execute("RESET ROLE");
    T result = work.apply(handle);
    Callers.become(handle, caller);
    return result;
  }

  /** Takes the person's lock until the commit, as every message of theirs does. */
  public void lock(UUID person) {
    asOwner(owner ->
        owner
            .createQuery("SELECT id FROM public.profiles WHERE id = :id FOR NO KEY UPDATE")
            .bind("id", person)
            .mapTo(UUID.class)
            .list());
  }

  /** Writes a line of the audit log; it stands if and only if this transaction does. */
  public void note(AuditEntry entry) {
    noted.add(entry);
  }

  /** At the end, since from the first line on one transaction at a time goes on. */
  void finish() {
    if (!noted.isEmpty()) {
      asOwner(owner -> {
        noted.forEach(entry -> log.append(owner, Optional.of(caller.id()), origin, entry));
        return true;
      });
    }
  }
}
