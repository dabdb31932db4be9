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
import org.jdbi.v3.core.statement.Query;

/** Searches the audit log; whoever asks must be allowed to see it. */
public final class AuditTrail {
  private static final String LINES =
      """
      SELECT l.number, l.at, l.actor_id, l.door, l.address, l.action, l.resource, l.row_id,
        l.user_id, l.fields, u.email AS actor_email
      FROM gateway.audit_log l LEFT JOIN auth.users u ON u.id = l.actor_id
      WHERE l.number < :before
      """;

  /** Beyond every number, and far enough from the end of their range to add to it. */
  private static final long LAST = Long.MAX_VALUE / 2;

  /** Lines are numbered in the order of their time, save for what clocks of nodes differ by. */
  private static final int SLACK = 1_000;

  /** Bounds by number, since that is what lines are read by; the time itself decides. */
  private static final String FROM =
      """
       AND l.at >= :from AND l.number >= coalesce((SELECT b.number FROM gateway.audit_log b
         WHERE b.at < :from ORDER BY b.at DESC LIMIT 1), 0) - %d
      """
          .formatted(SLACK);

  private static final String UNTIL =
      """
       AND l.at < :until AND l.number <= coalesce((SELECT b.number FROM gateway.audit_log b
         WHERE b.at >= :until ORDER BY b.at LIMIT 1), :before) + %d
      """
          .formatted(SLACK);

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
    Query lines = handle.createQuery(sql(query));
    query.actors().ifPresent(actors -> lines.bindArray("actors", UUID.class, actors));
    query.people().ifPresent(people -> lines.bindArray("people", UUID.class, people));
    query.action().ifPresent(action -> lines.bind("action", action));
    query.resource().ifPresent(resource -> lines.bind("resource", resource));
    query.from().ifPresent(from -> lines.bind("from", Rows.at(from)));
    query.until().ifPresent(until -> lines.bind("until", Rows.at(until)));
    return lines
        .bind("before", before.orElse(LAST))
        .bind("limit", limit)
        .map((row, _) -> shown(row))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** Only what is asked for: a plan for every question at once would read every line. */
  private static String sql(AuditQuery query) {
    return LINES
        + query.actors().map(_ -> " AND l.actor_id = ANY(:actors)").orElse("")
        + query.people().map(_ -> " AND l.user_id = ANY(:people)").orElse("")
        + query.action().map(_ -> " AND l.action = :action").orElse("")
        + query.resource().map(_ -> " AND l.resource = :resource").orElse("")
        + query.from().map(_ -> FROM).orElse("")
        + query.until().map(_ -> UNTIL).orElse("")
        + " ORDER BY l.number DESC LIMIT :limit";
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
