package ai.therapysync.persistence.audit;

import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.sealing.MacKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A line of the audit log as it is hashed. */
record Line(long number, Instant at, Optional<UUID> actor, Origin origin, AuditEntry entry) {
  /** Empty where somebody wrote a word into the row that none of ours is. */
  static Optional<Line> read(ResultSet row) throws SQLException {
    Optional<Origin.Door> door = Origin.Door.of(row.getString("door"));
    return door.isPresent() ? Optional.of(read(row, door.get())) : Optional.empty();
  }

  private static Line read(ResultSet row, Origin.Door door) throws SQLException {
    return new Line(
        row.getLong("number"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        id(row, "actor_id"),
        new Origin(door, row.getString("address")),
        new AuditEntry(
            row.getString("action"),
            row.getString("resource"),
            id(row, "row_id"),
            id(row, "user_id"),
            Arrays.stream((String[]) row.getArray("fields").getArray())
                .map(String::valueOf)
                .toList()));
  }

  /** Over the line itself and the hash of the one before. */
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

  private static Optional<UUID> id(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, UUID.class));
  }

  private static String text(Optional<UUID> id) {
    return id.map(UUID::toString).orElse("");
  }
}
