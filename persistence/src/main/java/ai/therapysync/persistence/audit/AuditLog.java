package ai.therapysync.persistence.audit;

import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.sealing.MacKey;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Appends to {@code gateway.audit_log} in the transaction of what it tells of. Every line carries a
 * keyed hash over itself and the line before, so that one which was changed or taken out shows, to
 * whoever has the key.
 */
public final class AuditLog {
  /** The hash before the first line. */
  static final String BEGINNING = "";

  private final MacKey key;
  private final InstantSource clock;

  /** With the key of the chain. */
  public AuditLog(MacKey key, InstantSource clock) {
    this.key = key;
    this.clock = clock;
  }

  /**
   * Appends a line, as the owner of the tables. Lines are numbered without a gap, so that from here
   * to the commit one transaction at a time appends.
   *
   * @param actor who did it; empty: the command line
   */
  public void append(Handle handle, Optional<UUID> actor, Origin origin, AuditEntry entry) {
    handle.execute("SELECT pg_advisory_xact_lock(hashtextextended('gateway.audit_log', 0))");
    Last last = last(handle);
    Line line =
        new Line(
            last.number() + 1,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            actor,
            origin,
            entry);
    handle
        .createUpdate(
            """
            INSERT INTO gateway.audit_log
              (number, at, actor_id, door, address, action, resource, row_id, user_id, fields, hash)
            VALUES (:number, :at, :actor, :door, :address, :action, :resource, :row, :person,
              CAST(:fields AS text[]), :hash)
            """)
        .bind("number", line.number())
        .bind("at", Rows.at(line.at()))
        .bind("actor", actor.orElse(null))
        .bind("door", origin.door().word())
        .bind("address", origin.address())
        .bind("action", entry.action())
        .bind("resource", entry.resource())
        .bind("row", entry.row().orElse(null))
        .bind("person", entry.person().orElse(null))
        .bindArray("fields", String.class, entry.fields())
        .bind("hash", line.hash(key, last.hash()))
        .execute();
  }

  private static Last last(Handle handle) {
    return handle
        .createQuery("SELECT number, hash FROM gateway.audit_log ORDER BY number DESC LIMIT 1")
        .map((row, _) -> new Last(row.getLong("number"), row.getString("hash")))
        .findOne()
        .orElse(new Last(0, BEGINNING));
  }

  private record Last(long number, String hash) {}

  /** A line as it is hashed. */
  record Line(long number, Instant at, Optional<UUID> actor, Origin origin, AuditEntry entry) {
    String hash(MacKey key, String before) {
      return key.mac(
          Rows.write(
              List.of(
                  before,
                  number,
                  at.toString(),
                  text(actor),
                  origin.door().word(),
                  origin.address(),
                  entry.action(),
                  entry.resource(),
                  text(entry.row()),
                  text(entry.person()),
                  entry.fields())));
    }

    private static String text(Optional<UUID> id) {
      return id.map(UUID::toString).orElse("");
    }
  }
}
