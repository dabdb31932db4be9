package ai.therapysync.persistence.crisis;

import ai.therapysync.crisis.notice.AlertSubject;
import ai.therapysync.persistence.database.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Alerts that wait for operators' webhook, and what became of them. */
public final class AlertBook {
  /** So many attempts in vain, and it is worth knowing. */
  private static final int FAILING_FROM = 3;

  /** It is tried for a day, and said for another. */
  private static final Duration LATELY = Duration.ofDays(2);

  private final Jdbi jdbi;

  /** On the database that the nodes share. */
  public AlertBook(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * An alert on its way.
   *
   * @param reason the schema's word
   * @param person whom it concerns, also where it is about an incident
   * @param level how grave the incident was at the time
   */
  public record Waiting(
      UUID id,
      Instant at,
      String reason,
      AlertSubject subject,
      Optional<UUID> person,
      Optional<String> level,
      int attempts) {}

  /**
   * What has not come through.
   *
   * @param lastError why, of the youngest: a status or a kind of failure
   */
  public record Failing(int alerts, String lastError) {}

  /** The alert, while its webhook waits for it. */
  public Optional<Waiting> waiting(UUID alert) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "SELECT * FROM gateway.operator_alerts WHERE id = :id AND webhook = 'waiting'")
            .bind("id", alert)
            .map((row, _) -> read(row))
            .findOne());
  }

  /** It has arrived. */
  public void sent(UUID alert, Instant now) {
    end(alert, "sent", Optional.empty(), now);
  }

  /** It never will. */
  public void givenUp(UUID alert, String error, Instant now) {
    end(alert, "given_up", Optional.of(error), now);
  }

  /** It did not arrive this time. */
  public void failed(UUID alert, String error) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                "UPDATE gateway.operator_alerts SET attempts = attempts + 1, last_error = :error"
                    + " WHERE id = :id AND webhook = 'waiting'")
            .bind("error", error)
            .bind("id", alert)
            .execute());
  }

  /** Alerts of late that were given up, or have failed three times or more so far. */
  public Failing failing(Instant now) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                SELECT count(*), coalesce((array_agg(last_error ORDER BY at DESC))[1], '')
                FROM gateway.operator_alerts WHERE at > :since AND (webhook = 'given_up'
                  OR webhook = 'waiting' AND attempts >= :many)
                """)
            .bind("since", Rows.at(now.minus(LATELY)))
            .bind("many", FAILING_FROM)
            .map((row, _) -> new Failing(row.getInt(1), row.getString(2)))
            .one());
  }

  private void end(UUID alert, String how, Optional<String> error, Instant now) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                "UPDATE gateway.operator_alerts SET webhook = :how, attempts = attempts + 1,"
                    + " last_error = :error, ended_at = :now WHERE id = :id")
            .bind("how", how)
            .bind("error", error.orElse(null))
            .bind("now", Rows.at(now))
            .bind("id", alert)
            .execute());
  }

  private static Waiting read(ResultSet row) throws SQLException {
    Optional<UUID> incident = Optional.ofNullable(row.getObject("incident_id", UUID.class));
    Optional<UUID> person = Optional.ofNullable(row.getObject("user_id", UUID.class));
    String reference = row.getString("reference");
    AlertSubject subject =
        incident
            .<AlertSubject>map(AlertSubject.OfIncident::new)
            .or(() -> person.map(AlertSubject.OfPerson::new))
            .orElseGet(() -> new AlertSubject.OfPart(reference));
    return new Waiting(
        row.getObject("id", UUID.class),
        row.getTimestamp("at").toInstant(),
        row.getString("reason"),
        subject,
        person,
        Optional.ofNullable(row.getString("level")),
        row.getInt("attempts"));
  }
}
