package ai.therapysync.persistence.audit;

import ai.therapysync.persistence.sealing.MacKey;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The row that says where the log ends. */
final class Heads {
  /**
   * Stands in the place of the hash before, where the log's end is not what was left: nobody is
   * kept from working by it, and the line that follows tells of it for ever.
   */
  private static final String BROKEN = "broken";

  private final MacKey key;

  Heads(MacKey key) {
    this.key = key;
  }

  /** The end to go on from, locked until the commit. */
  AuditHead lock(Handle handle) {
    Optional<Kept> kept = kept(handle, " FOR UPDATE");
    AuditHead last = last(handle);
    return kept.filter(this::isGenuine)
        .map(Kept::head)
        .filter(head -> head.number() >= last.number())
        .orElseGet(() ->
            new AuditHead(
                Math.max(last.number(), kept.map(found -> found.head().number()).orElse(0L)),
                BROKEN));
  }

  /** The log ends here now. */
  void move(Handle handle, AuditHead head) {
    handle
        .createUpdate(
            "INSERT INTO gateway.audit_head (number, hash, seal) VALUES (:number, :hash, :seal)"
                + " ON CONFLICT (one_row) DO UPDATE"
                + " SET number = EXCLUDED.number, hash = EXCLUDED.hash, seal = EXCLUDED.seal")
        .bind("number", head.number())
        .bind("hash", head.hash())
        .bind("seal", seal(head))
        .execute();
  }

  /** Where the log should end; empty where nobody can tell, since the row was tampered with. */
  Optional<AuditHead> genuine(Handle handle) {
    return kept(handle, "").filter(this::isGenuine).map(Kept::head);
  }

  /** Where the log does end. */
  static AuditHead last(Handle handle) {
    return handle
        .createQuery("SELECT number, hash FROM gateway.audit_log ORDER BY number DESC LIMIT 1")
        .map((row, _) -> new AuditHead(row.getLong("number"), row.getString("hash")))
        .findOne()
        .orElse(AuditHead.BEGINNING);
  }

  private static Optional<Kept> kept(Handle handle, String lock) {
    return handle
        .createQuery("SELECT number, hash, seal FROM gateway.audit_head" + lock)
        .map((row, _) ->
            new Kept(
                new AuditHead(row.getLong("number"), row.getString("hash")), row.getString("seal")))
        .findOne();
  }

  private boolean isGenuine(Kept kept) {
    return kept.equals(new Kept(AuditHead.BEGINNING, "")) || kept.seal().equals(seal(kept.head()));
  }

  private String seal(AuditHead head) {
    return key.mac("head " + head);
  }

  private record Kept(AuditHead head, String seal) {}
}
