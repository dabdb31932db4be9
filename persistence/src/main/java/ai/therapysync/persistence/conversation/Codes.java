package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.intake.CodeCheck;
import ai.therapysync.conversation.intake.Sender;
import ai.therapysync.conversation.intake.VerificationCode;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.sealing.MacKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Codes that numbers must send to be verified, kept as keyed hashes from the first sight on. */
public final class Codes implements CodeCheck {
  private static final int CODES = 1_000_000;

  private final MacKey key;
  private final SecureRandom random = new SecureRandom();

  /** With the key of the hashes. */
  public Codes(MacKey key) {
    this.key = key;
  }

  /** When a code was issued, and how often it has been tried. */
  record Issued(String codeMac, Instant at, int tries) {}

  @Override
  public boolean matches(Sender.PendingCode pending, String text) {
    return same(pending.codeMac(), hash(pending.integration(), text));
  }

  /**
   * The code of a number; a plain one in the platform's column is replaced by its hash at first
   * sight.
   */
  Issued issued(Handle handle, UUID integration) {
    adopt(handle, integration);
    return handle
        .createQuery(
            "SELECT code_mac, issued_at, tries FROM gateway.verification_codes"
                + " WHERE integration_id = :id")
        .bind("id", integration)
        .map((row, _) ->
            new Issued(
                row.getString("code_mac"),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                row.getInt("tries")))
        .findOne()
        .orElse(new Issued("", Instant.EPOCH, 0));
  }

  /** Replaces plain codes by their hashes before their numbers write; how many. */
  int adoptSome(Handle handle, int most) {
    List<UUID> plain =
        handle
            .createQuery(
                "SELECT id FROM public.whatsapp_integrations WHERE trim(verification_code) <> ''"
                    + " AND verification_code NOT LIKE 'mac:%' LIMIT :most FOR UPDATE SKIP LOCKED")
            .bind("most", most)
            .mapTo(UUID.class)
            .list();
    plain.forEach(integration -> adopt(handle, integration));
    return plain.size();
  }

  /** A new code of ours, of six digits; it is told once, and only its hash is kept. */
  String issue(Handle handle, UUID integration, Instant now) {
    String code = "%06d".formatted(random.nextInt(CODES));
    keep(handle, integration, code, Rows.at(now));
    return code;
  }

  private void adopt(Handle handle, UUID integration) {
    handle
        .createQuery(
            "SELECT verification_code, created_at FROM public.whatsapp_integrations"
                + " WHERE id = :id AND trim(verification_code) <> ''"
                + " AND verification_code NOT LIKE 'mac:%'")
        .bind("id", integration)
        .map((row, _) -> Map.entry(row.getString(1), row.getObject(2, OffsetDateTime.class)))
        .findOne()
        .ifPresent(plain -> keep(handle, integration, plain.getKey(), plain.getValue()));
  }

  private void keep(Handle handle, UUID integration, String plain, OffsetDateTime issued) {
    String hash = hash(integration, plain);
    handle
        .createUpdate(
            "INSERT INTO gateway.verification_codes (integration_id, code_mac, issued_at, tries)"
                + " VALUES (:id, :mac, :at, 0) ON CONFLICT (integration_id) DO UPDATE"
                + " SET code_mac = EXCLUDED.code_mac, issued_at = EXCLUDED.issued_at, tries = 0")
        .bind("id", integration)
        .bind("mac", hash)
        .bind("at", issued)
        .execute();
    handle
        .createUpdate(
            "UPDATE public.whatsapp_integrations SET verification_code = :mac WHERE id = :id")
        .bind("mac", "mac:" + hash)
        .bind("id", integration)
        .execute();
  }

  private String hash(UUID integration, String code) {
    return key.mac(integration + ":" + VerificationCode.bare(code));
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
