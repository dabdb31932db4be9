package ai.therapysync.persistence.access;

import ai.therapysync.persistence.database.Database;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.sealing.MacKey;
import ai.therapysync.persistence.sealing.Sealer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The secrets behind the codes of a second factor, sealed, and the codes for the worst case. */
public final class SecondFactors {
  private final Jdbi jdbi;
  private final Sealer sealer;
  private final MacKey key;

  /** With what seals secrets, and the key of the recovery codes' hashes. */
  public SecondFactors(Database database, Sealer sealer, MacKey key) {
    this.jdbi = database.jdbi();
    this.sealer = sealer;
    this.key = key;
  }

  /** The secret that counts, or is about to; empty where none was made. */
  public Optional<String> secret(UUID user) {
    return jdbi.withHandle(handle ->
            handle
                .createQuery(
                    "SELECT totp_secret FROM gateway.operator_logins"
                        + " WHERE user_id = :user AND totp_secret IS NOT NULL")
                .bind("user", user)
                .mapTo(String.class)
                .findOne())
        .map(sealed -> sealer.openOwn(sealed, user));
  }

  /** A secret that counts once a code of it was shown; one that counts already stays. */
  public void propose(UUID user, String secret) {
    String sealed = sealer.sealOwn(secret, user);
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                "UPDATE gateway.operator_logins SET totp_secret = :sealed, totp_last_step = NULL"
                    + " WHERE user_id = :user AND totp_confirmed_at IS NULL")
            .bind("sealed", sealed)
            .bind("user", user)
            .execute());
  }

  /** From now on a code is asked for; these help whoever has lost the device. */
  public void confirm(Handle handle, UUID user, List<String> recoveryCodes, Instant now) {
    handle
        .createUpdate(
            "UPDATE gateway.operator_logins SET totp_confirmed_at = :now WHERE user_id = :user")
        .bind("now", Rows.at(now))
        .bind("user", user)
        .execute();
    replaceRecoveryCodes(handle, user, recoveryCodes);
  }

  /** No code is asked for any more. */
  public static void remove(Handle handle, UUID user) {
    handle
        .createUpdate(
            "UPDATE gateway.operator_logins SET totp_secret = NULL, totp_confirmed_at = NULL,"
                + " totp_last_step = NULL WHERE user_id = :user")
        .bind("user", user)
        .execute();
    handle
        .createUpdate("DELETE FROM gateway.recovery_codes WHERE user_id = :user")
        .bind("user", user)
        .execute();
  }

  /** Uses up a code of this step; false when it, or a later one, was used before. */
  public boolean useStep(UUID user, long step) {
    return jdbi.withHandle(handle ->
        handle
            .createUpdate(
                "UPDATE gateway.operator_logins SET totp_last_step = :step WHERE user_id = :user"
                    + " AND (totp_last_step IS NULL OR totp_last_step < :step)")
            .bind("step", step)
            .bind("user", user)
            .execute())
        > 0;
  }

  /** Uses up a recovery code; false when it is none. */
  public boolean useRecoveryCode(UUID user, String code) {
    return jdbi.withHandle(handle ->
        handle
            .createUpdate(
                "DELETE FROM gateway.recovery_codes WHERE user_id = :user AND code_mac = :mac")
            .bind("user", user)
            .bind("mac", mac(user, code))
            .execute())
        > 0;
  }

  /** How many recovery codes are left. */
  public int recoveryCodesLeft(UUID user) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT count(*) FROM gateway.recovery_codes WHERE user_id = :user")
            .bind("user", user)
            .mapTo(Integer.class)
            .one());
  }

  private void replaceRecoveryCodes(Handle handle, UUID user, List<String> codes) {
    handle
        .createUpdate("DELETE FROM gateway.recovery_codes WHERE user_id = :user")
        .bind("user", user)
        .execute();
    for (String code : codes) {
      handle
          .createUpdate(
              "INSERT INTO gateway.recovery_codes (user_id, code_mac) VALUES (:user, :mac)")
          .bind("user", user)
          .bind("mac", mac(user, code))
          .execute();
    }
  }

  private String mac(UUID user, String code) {
    return key.mac("recovery:" + user + ":" + code);
  }
}
