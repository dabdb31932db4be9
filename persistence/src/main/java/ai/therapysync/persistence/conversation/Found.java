package ai.therapysync.persistence.conversation;

import ai.therapysync.persistence.database.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Who a message comes from and what our last words to that number were about, read under the lock.
 */
record Found(
    Optional<UUID> person,
    Optional<UUID> integration,
    boolean verified,
    Optional<LastSent> lastSent,
    Optional<Offered> offered) {

  /**
   * The last thing that we sent to the number, when it belongs to an incident or to the question
   * whether a contact may be called on.
   *
   * @param about the person in care, where it belongs to no incident
   */
  record LastSent(
      String purpose,
      Optional<UUID> incident,
      Optional<UUID> contact,
      Optional<UUID> member,
      Optional<UUID> about) {}

  /** The answers that were offered with it, sealed, and the row that they are sealed for. */
  record Offered(UUID row, String choices, Instant at) {}

  /** Whether it is a user's verified number. */
  boolean isKnown() {
    return verified && person.isPresent();
  }

  /** Providers tell times in whole seconds. */
  private static final Duration WHOLE_SECONDS = Duration.ofSeconds(1);

  private static final String FIND =
      """
      WITH mine AS (
        SELECT i.id, i.user_id, coalesce(i.is_verified, false) AS verified
        FROM public.whatsapp_integrations i
        WHERE :digits <> '' AND gateway.digits(i.phone_number) = :digits
          AND coalesce(i.is_active, true)
        ORDER BY i.is_verified DESC NULLS LAST, i.created_at, i.id LIMIT 1),
      last AS (
        SELECT o.id, o.choices, o.created_at, o.purpose, o.incident_id, o.contact_id, o.member_id,
          CASE WHEN o.incident_id IS NULL THEN o.user_id END AS about FROM gateway.outbox o
        WHERE o.address = :address AND o.channel <> 'email' AND o.state IN ('accepted', 'sending')
          AND o.created_at <= CAST(:written AS timestamptz)
        ORDER BY o.seq DESC LIMIT 1),
      errand AS (
        SELECT * FROM last WHERE contact_id IS NOT NULL
          OR (incident_id IS NOT NULL AND member_id IS NOT NULL)),
      locked AS (
        SELECT p.id FROM public.profiles p
        WHERE p.id IN (SELECT user_id FROM mine UNION ALL SELECT about FROM errand)
          OR (EXISTS (SELECT 1 FROM errand) AND p.id IN (
            SELECT ci.user_id FROM gateway.outbox o
            JOIN public.crisis_interventions ci ON ci.id = o.incident_id
            WHERE o.address = :address AND ci.completed_at IS NULL))
        ORDER BY p.id FOR NO KEY UPDATE)
      SELECT (SELECT count(*) FROM locked), m.user_id, m.id, m.verified,
        e.purpose, e.incident_id, e.contact_id, e.member_id, e.about, l.id AS last, l.choices,
        l.created_at
      FROM (SELECT 1) one LEFT JOIN mine m ON m.user_id IN (SELECT l.id FROM locked l)
        LEFT JOIN errand e ON e.about IS NULL OR e.about IN (SELECT l.id FROM locked l)
        LEFT JOIN last l ON l.choices IS NOT NULL
      """;

  /**
   * Locks whom the message concerns, in the order of their ids, and says who that is. Whoever was
   * erased while we waited is nobody any more.
   *
   * @param written when the message was: what comes late answers nothing that we said since
   */
  static Found lock(Handle handle, String address, Instant written) {
    String digits = address.startsWith("+") ? address.substring(1) : "";
    return handle
        .createQuery(FIND)
        .bind("digits", digits)
        .bind("address", address)
        .bind("written", Rows.at(written.plus(WHOLE_SECONDS)))
        .map((row, _) -> read(row))
        .one();
  }

  private static Found read(ResultSet row) throws SQLException {
    return new Found(
        optional(row, "user_id"),
        optional(row, "id"),
        row.getBoolean("verified"),
        row.getString("purpose") == null
            ? Optional.empty()
            : Optional.of(
                new LastSent(
                    row.getString("purpose"),
                    optional(row, "incident_id"),
                    optional(row, "contact_id"),
                    optional(row, "member_id"),
                    optional(row, "about"))),
        offered(row));
  }

  private static Optional<Offered> offered(ResultSet row) throws SQLException {
    return row.getString("choices") == null
        ? Optional.empty()
        : Optional.of(
            new Offered(
                row.getObject("last", UUID.class),
                row.getString("choices"),
                row.getObject("created_at", OffsetDateTime.class).toInstant()));
  }

  private static Optional<UUID> optional(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, UUID.class));
  }
}
