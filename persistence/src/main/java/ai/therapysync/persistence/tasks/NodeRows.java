package ai.therapysync.persistence.tasks;

import ai.therapysync.persistence.database.Rows;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/** The nodes that run on this database: each writes down that it is here, and counts the others. */
public final class NodeRows {
  /** A node that has not been seen for so long counts no more. */
  private static final Duration ALIVE = Duration.ofSeconds(30);

  /** Rows of nodes that were killed are kept no longer. */
  private static final Duration KEPT = Duration.ofMinutes(10);

  /** The count sees what was there before the statement: the others' rows, and never this one's. */
  private static final String HERE =
      """
      WITH gone AS (DELETE FROM gateway.nodes WHERE name IN (SELECT n.name FROM gateway.nodes n
          WHERE n.seen_at < :kept AND n.name <> :name FOR UPDATE SKIP LOCKED)),
        here AS (INSERT INTO gateway.nodes (name, seen_at) VALUES (:name, :now)
          ON CONFLICT (name) DO UPDATE SET seen_at = excluded.seen_at)
      SELECT count(*) FROM gateway.nodes WHERE name <> :name AND seen_at > :alive
      """;

  private final Jdbi jdbi;

  /** On the database that the nodes share. */
  public NodeRows(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Notes that this node is here; how many others were seen within the last 30 s. */
  public int here(String name, Instant now) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(HERE)
            .bind("name", name)
            .bind("now", Rows.at(now))
            .bind("alive", Rows.at(now.minus(ALIVE)))
            .bind("kept", Rows.at(now.minus(KEPT)))
            .mapTo(Integer.class)
            .one());
  }

  /** This node is gone. */
  public void left(String name) {
    jdbi.useHandle(handle -> handle.execute("DELETE FROM gateway.nodes WHERE name = ?", name));
  }
}
