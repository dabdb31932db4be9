package ai.therapysync.persistence.audit;

import ai.therapysync.persistence.database.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Searches the audit log; whoever asks must be allowed to see it. */
public final class AuditTrail {
  private static final String SEARCH =
      """
      SELECT l.number, l.at, l.actor_id, l.door, l.address, l.action, l.resource, l.row_id,
        l.user_id, l.fields, u.email AS actor_email
      FROM gateway.audit_log l LEFT JOIN auth.users u ON u.id = l.actor_id
      WHERE l.number < :before
        AND (:anyActor OR l.actor_id = ANY(:actors))
        AND (:anyPerson OR l.user_id = ANY(:people))
        AND (CAST(:action AS text) IS NULL OR l.action = :action)
        AND (CAST(:resource AS text) IS NULL OR l.resource = :resource)
        AND (CAST(:from AS timestamptz) IS NULL OR l.at >= :from)
        AND (CAST(:until AS timestamptz) IS NULL OR l.at < :until)
      ORDER BY l.number DESC LIMIT :limit
      """;

  private final Jdbi jdbi;

  public AuditTrail(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * The newest lines first.
   *
   * @param before the number of the last line that was shown; empty: from the end
   */
  public List<AuditLine> search(AuditQuery query, OptionalLong before, int limit) {
    return jdbi.withHandle(handle -> search(handle, query, before, limit));
  }

  /** The same on a connection that has the owner's rights. */
  public static List<AuditLine> search(
      Handle handle, AuditQuery query, OptionalLong before, int limit) {
    return handle
        .createQuery(SEARCH)
        .bind("before", before.orElse(Long.MAX_VALUE))
        .bind("anyActor", query.actors().isEmpty())
        .bindArray("actors", UUID.class, query.actors().orElse(List.of()))
        .bind("anyPerson", query.people().isEmpty())
        .bindArray("people", UUID.class, query.people().orElse(List.of()))
        .bind("action", query.action().orElse(null))
        .bind("resource", query.resource().orElse(null))
        .bind("from", query.from().map(Rows::at).orElse(null))
        .bind("until", query.until().map(Rows::at).orElse(null))
        .bind("limit", limit)
        .map((row, _) -> shown(row))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** A line that can't be read was tampered with; {@link AuditChain} says so. */
  private static Optional<AuditLine> shown(ResultSet row) throws SQLException {
    Optional<String> email = Optional.ofNullable(row.getString("actor_email"));
    return Line.read(row)
        .map(line ->
            new AuditLine(
                line.number(), line.at(), line.actor(), email, line.origin(), line.entry()));
  }
}
