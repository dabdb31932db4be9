package ai.therapysync.persistence.keys;

import ai.therapysync.persistence.sealing.Keyset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Which keys the running nodes have: each writes it down at least every ten seconds, by the
 * database's clock.
 */
public final class NodeKeys {
  /** A node that has not been seen for so long runs no more. */
  private static final String LIVE = "seen_at > now() - interval '30 seconds'";

  private final Jdbi jdbi;

  /** On the database that the nodes share. */
  public NodeKeys(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** A running node's keys, by their ids. */
  public record Node(Set<Long> keys, long primary) {}

  /** This node has these keys. */
  public void here(String name, Keyset keyset) {
    jdbi.useTransaction(handle -> {
      handle.execute(
          "DELETE FROM gateway.node_keys WHERE name IN (SELECT n.name FROM gateway.node_keys n"
              + " WHERE n.seen_at < now() - interval '1 hour' FOR UPDATE SKIP LOCKED)");
      handle
          .createUpdate(
              "INSERT INTO gateway.node_keys (name, key_ids, primary_key_id, seen_at)"
                  + " VALUES (:name, :keys, :primary, now()) ON CONFLICT (name) DO UPDATE"
                  + " SET key_ids = EXCLUDED.key_ids, primary_key_id = EXCLUDED.primary_key_id,"
                  + " seen_at = EXCLUDED.seen_at")
          .bind("name", name)
          .bindArray("keys", Long.class, List.copyOf(keyset.ids()))
          .bind("primary", keyset.primary())
          .execute();
    });
  }

  /** This node is gone. */
  public void left(String name) {
    jdbi.useHandle(handle -> handle.execute("DELETE FROM gateway.node_keys WHERE name = ?", name));
  }

  /** The nodes that run. */
  public List<Node> running() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT key_ids, primary_key_id FROM gateway.node_keys WHERE " + LIVE)
            .map((row, _) ->
                new Node(
                    Arrays.stream((Long[]) row.getArray("key_ids").getArray())
                        .collect(Collectors.toUnmodifiableSet()),
                    row.getLong("primary_key_id")))
            .list());
  }

  /** Does something while nobody else changes keys; empty when somebody does. */
  public <T> Optional<T> alone(Supplier<T> work) {
    try (Handle lock = jdbi.open()) {
      boolean alone =
          lock.createQuery("SELECT pg_try_advisory_lock(hashtextextended('gateway.keys', 0))")
              .mapTo(Boolean.class)
              .one();
      return alone ? Optional.of(work.get()) : Optional.empty();
    }
  }
}
