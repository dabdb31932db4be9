package ai.therapysync.persistence.audit;

import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.sealing.MacKey;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Appends to {@code gateway.audit_log} in the transaction of what it tells of. Every line carries a
 * keyed hash over itself and the line before, and {@code gateway.audit_head} says where the log
 * ends, so that a line which was changed or taken out shows, to whoever has the key.
 */
public final class AuditLog {
  private static final String INSERT =
      """
      INSERT INTO gateway.audit_log
        (number, at, actor_id, door, address, action, resource, row_id, user_id, fields, hash)
      VALUES (:number, :at, :actor, :door, :address, :action, :resource, :row, :person,
        CAST(:fields AS text[]), :hash)
      """;

  private final Heads heads;
  private final MacKey key;
  private final InstantSource clock;

  /** With the key of the chain. */
  public AuditLog(MacKey key, InstantSource clock) {
    this.heads = new Heads(key);
    this.key = key;
    this.clock = clock;
  }

  /**
   * Appends a line, as the owner of the tables. Lines are numbered without a gap, so that from here
   * to the commit one transaction at a time appends: it should be the last thing that one does.
   *
   * @param actor who did it; empty: the command line
   */
  public void append(Handle handle, Optional<UUID> actor, Origin origin, AuditEntry entry) {
    AuditHead before = heads.lock(handle);
    Line line =
        new Line(
            before.number() + 1,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            actor,
            origin,
            entry);
    AuditHead head = new AuditHead(line.number(), line.hash(key, before.hash()));
    insert(handle, line, head.hash());
    heads.move(handle, head);
  }

  private static void insert(Handle handle, Line line, String hash) {
    handle
        .createUpdate(INSERT)
        .bind("number", line.number())
        .bind("at", Rows.at(line.at()))
        .bind("actor", line.actor().orElse(null))
        .bind("door", line.origin().door().word())
        .bind("address", line.origin().address())
        .bind("action", line.entry().action())
        .bind("resource", line.entry().resource())
        .bind("row", line.entry().row().orElse(null))
        .bind("person", line.entry().person().orElse(null))
        .bindArray("fields", String.class, line.entry().fields())
        .bind("hash", hash)
        .execute();
  }
}
