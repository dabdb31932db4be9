package ai.therapysync.persistence.access;

import ai.therapysync.persistence.database.Database;
import ai.therapysync.persistence.database.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The operators' logins: {@code gateway.operator_logins}. */
public final class Logins {
  private static final String COLUMNS =
      "SELECT user_id, email, password_hash, must_change, totp_confirmed_at IS NOT NULL AS second,"
          + " last_login_at FROM gateway.operator_logins WHERE ";

  private final Jdbi jdbi;

  /** On this database. */
  public Logins(Database database) {
    this.jdbi = database.jdbi();
  }

  /** By the address that somebody typed. */
  public Optional<Login> byEmail(String email) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(COLUMNS + "email = lower(:email)")
            .bind("email", email)
            .map((row, _) -> read(row))
            .findOne());
  }

  /** By whose it is. */
  public Optional<Login> of(UUID user) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(COLUMNS + "user_id = :user")
            .bind("user", user)
            .map((row, _) -> read(row))
            .findOne());
  }

  /** Notes that somebody has come in. */
  public static void cameIn(Handle handle, UUID user, Instant now) {
    handle
        .createUpdate(
            "UPDATE gateway.operator_logins SET last_login_at = :now WHERE user_id = :user")
        .bind("now", Rows.at(now))
        .bind("user", user)
        .execute();
  }

  /** A password of the operator's own choice. */
  public static void changePassword(Handle handle, UUID user, String hash, Instant now) {
    handle
        .createUpdate(
            """
            UPDATE gateway.operator_logins
            SET password_hash = :hash, must_change = FALSE, password_changed_at = :now
            WHERE user_id = :user
            """)
        .bind("hash", hash)
        .bind("now", Rows.at(now))
        .bind("user", user)
        .execute();
  }

  private static Login read(ResultSet row) throws SQLException {
    return new Login(
        row.getObject("user_id", UUID.class),
        row.getString("email"),
        row.getString("password_hash"),
        row.getBoolean("must_change"),
        row.getBoolean("second"),
        Optional.ofNullable(row.getObject("last_login_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }
}
