package ai.therapysync.persistence.views;

import ai.therapysync.persistence.crisis.Incidents;
import ai.therapysync.persistence.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Incidents that are open, as operators list them: ids, standing and times, nothing private. */
public final class OpenIncidents {
  private final Database database;

  /** With the database, as its owner. */
  public OpenIncidents(Database database) {
    this.database = database;
  }

  /**
   * One open incident.
   *
   * @param level empty where somebody else wrote the row
   * @param told how many contacts have been told
   */
  public record View(UUID id, UUID person, String status, String level, Instant opened, int told) {}

  /** The gravest and then the oldest first. */
  public List<View> list() {
    return database
        .jdbi()
        .withHandle(handle ->
            handle
                .createQuery(
                    """
                    SELECT ci.id, ci.user_id, ci.status, coalesce(e.level, '') AS level,
                      ci.created_at, coalesce(cardinality(e.told), 0) AS told
                    FROM public.crisis_interventions ci
                    LEFT JOIN gateway.escalations e ON e.incident_id = ci.id
                    WHERE %s
                    ORDER BY e.level = 'imminent' DESC NULLS LAST, ci.created_at, ci.id
                    """
                        .formatted(Incidents.openCondition()))
                .map((row, _) -> read(row))
                .list());
  }

  /** The id of somebody who may take incidents; empty when they may not. */
  public Optional<UUID> operator(String email) {
    return database
        .jdbi()
        .withHandle(handle ->
            handle
                .createQuery(
                    """
                    SELECT u.id FROM auth.users u JOIN public.user_roles r ON r.user_id = u.id
                    WHERE lower(u.email) = lower(:email) AND r.is_active
                      AND r.role::text IN ('admin', 'super_admin', 'support_admin') LIMIT 1
                    """)
                .bind("email", email)
                .mapTo(UUID.class)
                .findOne());
  }

  private static View read(ResultSet row) throws SQLException {
    return new View(
        row.getObject("id", UUID.class),
        row.getObject("user_id", UUID.class),
        row.getString("status"),
        row.getString("level"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getInt("told"));
  }
}
