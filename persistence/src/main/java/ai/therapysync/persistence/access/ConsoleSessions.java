package ai.therapysync.persistence.access;

import ai.therapysync.persistence.database.Database;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.sealing.MacKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Who is logged in to the console: {@code gateway.console_sessions}, found by keyed hashes. */
public final class ConsoleSessions {
  /** However busy its holder is, a session ends after this time. */
  public static final Duration LONGEST = Duration.ofHours(12);

  /** Nothing asked for so long: its holder has gone. */
  public static final Duration IDLE = Duration.ofMinutes(60);

  /** Being seen is written down at most once in this time. */
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  private static final String ALIVE = " created_at > :born AND seen_at > :seen ";

  private final Jdbi jdbi;
  private final MacKey key;
  private final InstantSource clock;

  /** With the key of the hashes. */
  public ConsoleSessions(Database database, MacKey key, InstantSource clock) {
    this.jdbi = database.jdbi();
    this.key = key;
    this.clock = clock;
  }

  /**
   * Opens one, and clears away those that have ended.
   *
   * @param secret what the browser will show
   */
  public void open(
      Handle handle,
      String secret,
      UUID user,
      boolean secondFactor,
      String address,
      String browser) {
    Instant now = clock.instant();
    handle
        .createUpdate(
            "DELETE FROM gateway.console_sessions WHERE created_at <= :born OR seen_at <= :seen")
        .bind("born", Rows.at(now.minus(LONGEST)))
        .bind("seen", Rows.at(now.minus(IDLE)))
        .execute();
    handle
        .createUpdate(
            """
            INSERT INTO gateway.console_sessions
              (id, session_mac, user_id, created_at, seen_at, second_factor, address, browser)
            VALUES (gen_random_uuid(), :mac, :user, :now, :now, :second, :address, :browser)
            """)
        .bind("mac", mac(secret))
        .bind("user", user)
        .bind("now", Rows.at(now))
        .bind("second", secondFactor)
        .bind("address", address)
        .bind("browser", browser)
        .execute();
  }

  /** The living one that this browser shows. */
  public Optional<ConsoleSession> find(String secret) {
    Instant now = clock.instant();
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "SELECT * FROM gateway.console_sessions WHERE session_mac = :mac AND" + ALIVE)
            .bind("mac", mac(secret))
            .bind("born", Rows.at(now.minus(LONGEST)))
            .bind("seen", Rows.at(now.minus(IDLE)))
            .map((row, _) -> read(row))
            .findOne());
  }

  /** Its holder has done something. */
  public void seen(ConsoleSession session) {
    Instant now = clock.instant();
    if (session.seen().plus(NOTED_EVERY).isAfter(now)) {
      return;
    }
    jdbi.useHandle(handle ->
        handle
            .createUpdate("UPDATE gateway.console_sessions SET seen_at = :now WHERE id = :id")
            .bind("now", Rows.at(now))
            .bind("id", session.id())
            .execute());
  }

  /** The living ones of somebody, the newest first. */
  public List<ConsoleSession> of(UUID user) {
    Instant now = clock.instant();
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "SELECT * FROM gateway.console_sessions WHERE user_id = :user AND"
                    + ALIVE
                    + "ORDER BY seen_at DESC")
            .bind("user", user)
            .bind("born", Rows.at(now.minus(LONGEST)))
            .bind("seen", Rows.at(now.minus(IDLE)))
            .map((row, _) -> read(row))
            .list());
  }

  /** A second factor was shown in it. */
  static void hasSecondFactor(Handle handle, UUID id) {
    handle
        .createUpdate("UPDATE gateway.console_sessions SET second_factor = TRUE WHERE id = :id")
        .bind("id", id)
        .execute();
  }

  /** Ends one. */
  public static void end(Handle handle, UUID id) {
    handle
        .createUpdate("DELETE FROM gateway.console_sessions WHERE id = :id")
        .bind("id", id)
        .execute();
  }

  /** Ends all of somebody's, save one that is to go on. */
  public static void endAll(Handle handle, UUID user, Optional<UUID> save) {
    handle
        .createUpdate(
            "DELETE FROM gateway.console_sessions WHERE user_id = :user"
                + " AND id IS DISTINCT FROM CAST(:save AS uuid)")
        .bind("user", user)
        .bind("save", save.orElse(null))
        .execute();
  }

  /** The next page tells this once. */
  public void notice(UUID session, String words) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate("UPDATE gateway.console_sessions SET notice = :words WHERE id = :id")
            .bind("words", words)
            .bind("id", session)
            .execute());
  }

  /** What is to be told now, and never again. */
  public Optional<String> takeNotice(UUID session) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                UPDATE gateway.console_sessions s SET notice = NULL
                FROM (SELECT id, notice FROM gateway.console_sessions
                  WHERE id = :id AND notice IS NOT NULL FOR UPDATE) AS before
                WHERE s.id = before.id RETURNING before.notice
                """)
            .bind("id", session)
            .mapTo(String.class)
            .findOne());
  }

  private String mac(String secret) {
    return key.mac("session:" + secret);
  }

  private static ConsoleSession read(ResultSet row) throws SQLException {
    return new ConsoleSession(
        row.getObject("id", UUID.class),
        row.getObject("user_id", UUID.class),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("seen_at", OffsetDateTime.class).toInstant(),
        row.getBoolean("second_factor"),
        row.getString("address"),
        row.getString("browser"));
  }
}
