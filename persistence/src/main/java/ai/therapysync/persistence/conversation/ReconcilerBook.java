package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.message.Provider;
import ai.therapysync.persistence.database.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** How far providers' lists of what came in have been compared with ours, and how that goes. */
public final class ReconcilerBook {
  private final Jdbi jdbi;

  /** On the database. */
  public ReconcilerBook(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * How it stands with a provider.
   *
   * @param until what came in before then has been compared
   * @param takenIn how many messages never reached us but for this
   * @param failing when looks have failed ever since
   */
  public record State(Instant until, long takenIn, Optional<Failing> failing) {}

  /**
   * Looks that fail.
   *
   * @param why without private words
   */
  public record Failing(Instant since, int times, String why) {}

  /** Empty when nobody has looked yet. */
  public Optional<State> state(Provider provider) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT * FROM gateway.reconciliations WHERE provider = :provider")
            .bind("provider", provider.word())
            .map((row, _) -> read(row))
            .findOne());
  }

  /** Of some of the provider's ids, those that we don't have. */
  public Set<String> unknown(Provider provider, Set<String> ids) {
    Set<String> unknown = new HashSet<>(ids);
    jdbi.useHandle(handle ->
        unknown.removeAll(
            handle
                .createQuery(
                    "SELECT provider_message_id FROM gateway.inbound WHERE provider = :provider"
                        + " AND provider_message_id = ANY(:ids)")
                .bind("provider", provider.word())
                .bindArray("ids", String.class, List.copyOf(ids))
                .mapTo(String.class)
                .set()));
    return unknown;
  }

  /** What came in before then has been compared; it never goes back. */
  public void compared(Provider provider, Instant until, int takenIn, Instant now) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                INSERT INTO gateway.reconciliations AS r
                  (provider, compared_until, compared_at, taken_in)
                VALUES (:provider, :until, :now, :taken)
                ON CONFLICT (provider) DO UPDATE
                SET compared_until = greatest(r.compared_until, EXCLUDED.compared_until),
                  compared_at = EXCLUDED.compared_at, taken_in = r.taken_in + EXCLUDED.taken_in,
                  failing_since = NULL, failures = 0, error = NULL
                """)
            .bind("provider", provider.word())
            .bind("until", Rows.at(until))
            .bind("now", Rows.at(now))
            .bind("taken", takenIn)
            .execute());
  }

  /**
   * A look failed.
   *
   * @param from where the next one begins if none has succeeded yet
   * @param why without private words
   */
  public void failed(Provider provider, Instant from, Instant now, String why) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                INSERT INTO gateway.reconciliations AS r
                  (provider, compared_until, compared_at, failing_since, failures, error)
                VALUES (:provider, :from, :now, :now, 1, :why)
                ON CONFLICT (provider) DO UPDATE
                SET compared_at = EXCLUDED.compared_at, failures = r.failures + 1,
                  failing_since = coalesce(r.failing_since, EXCLUDED.failing_since),
                  error = EXCLUDED.error
                """)
            .bind("provider", provider.word())
            .bind("from", Rows.at(from))
            .bind("now", Rows.at(now))
            .bind("why", why)
            .execute());
  }

  private static State read(ResultSet row) throws SQLException {
    Optional<Instant> since =
        Optional.ofNullable(row.getObject("failing_since", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant);
    int failures = row.getInt("failures");
    String error = Optional.ofNullable(row.getString("error")).orElse("");
    return new State(
        row.getObject("compared_until", OffsetDateTime.class).toInstant(),
        row.getLong("taken_in"),
        since.map(at -> new Failing(at, failures, error)));
  }
}
