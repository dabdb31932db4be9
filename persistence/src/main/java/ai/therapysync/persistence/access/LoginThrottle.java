package ai.therapysync.persistence.access;

import ai.therapysync.persistence.database.Database;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.sealing.MacKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Slows down who guesses: after a few failures each further one makes the next wait twice as long,
 * up to a quarter of an hour, and a day without any forgets them. Never a lock-out: whoever waits
 * gets another try.
 */
public final class LoginThrottle {
  private static final int FIRST_WAIT_SECONDS = 30;
  private static final int LONGEST_WAIT_SECONDS = 15 * 60;
  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);

  /** An attempt that comes too early changes nothing, so that waiting always ends. */
  private static final String CLAIM =
      """
      INSERT INTO gateway.login_attempts AS a (attempt_mac, failures, last_at, open_at)
      VALUES (:mac, 1, :now, :now)
      ON CONFLICT (attempt_mac) DO UPDATE SET
        failures = CASE WHEN a.last_at <= :forgotten THEN 1 ELSE a.failures + 1 END,
        last_at = :now,
        open_at = CASE WHEN a.last_at <= :forgotten OR a.failures + 1 < :free THEN :now
          ELSE CAST(:now AS timestamptz) + make_interval(secs => least(:longest,
            :first * power(2, least(a.failures + 1 - :free, 10)))) END
      WHERE a.open_at <= :now
      RETURNING failures
      """;

  private final Jdbi jdbi;
  private final MacKey key;
  private final InstantSource clock;

  /** With the key of the hashes. */
  public LoginThrottle(Database database, MacKey key, InstantSource clock) {
    this.jdbi = database.jdbi();
    this.key = key;
    this.clock = clock;
  }

  /**
   * Asks for one attempt, which counts as failed until {@link #succeeded} says otherwise.
   *
   * @param subject on whose account it is counted
   * @param free so many may fail before anybody has to wait
   * @return how long to wait; empty when the attempt may be made now
   */
  public Optional<Duration> claim(String subject, int free) {
    Instant now = clock.instant();
    return jdbi.inTransaction(handle -> {
      boolean mayTry =
          handle
              .createQuery(CLAIM)
              .bind("mac", mac(subject))
              .bind("now", Rows.at(now))
              .bind("forgotten", Rows.at(now.minus(FORGOTTEN_AFTER)))
              .bind("free", free)
              .bind("first", FIRST_WAIT_SECONDS)
              .bind("longest", LONGEST_WAIT_SECONDS)
              .mapTo(Integer.class)
              .findOne()
              .isPresent();
      return mayTry ? Optional.empty() : Optional.of(wait(handle, subject, now));
    });
  }

  /**
   * It was the right one: this subject's failures are forgotten, and so are everybody's old ones.
   */
  public void succeeded(String subject) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                "DELETE FROM gateway.login_attempts WHERE attempt_mac = :mac OR last_at < :old")
            .bind("mac", mac(subject))
            .bind("old", Rows.at(clock.instant().minus(FORGOTTEN_AFTER)))
            .execute());
  }

  /** The attempt was no guess, and is taken back from this subject's failures. */
  public void takeBack(String subject) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                "UPDATE gateway.login_attempts SET failures = greatest(failures - 1, 0),"
                    + " open_at = last_at WHERE attempt_mac = :mac")
            .bind("mac", mac(subject))
            .execute());
  }

  private Duration wait(Handle handle, String subject, Instant now) {
    return handle
        .createQuery("SELECT open_at FROM gateway.login_attempts WHERE attempt_mac = :mac")
        .bind("mac", mac(subject))
        .mapTo(OffsetDateTime.class)
        .findOne()
        .map(open -> Duration.between(now, open.toInstant()))
        .filter(Duration::isPositive)
        .orElse(Duration.ofSeconds(1));
  }

  private String mac(String subject) {
    return key.mac("attempt:" + subject);
  }
}
