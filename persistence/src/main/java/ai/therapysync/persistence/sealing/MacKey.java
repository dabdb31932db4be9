package ai.therapysync.persistence.sealing;

import com.google.crypto.tink.subtle.Random;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key for keyed hashes: equal inputs are recognised, and nobody without it can guess them from
 * the hash.
 */
public final class MacKey {
  private static final int BYTES = 32;
  private static final int KEPT = 16;

  private final byte[] material;

  private MacKey(byte[] material) {
    this.material = material;
  }

  /** A new one. */
  public static MacKey create() {
    return new MacKey(Random.randBytes(BYTES));
  }

  static MacKey of(byte[] material) {
    if (material.length != BYTES) {
      throw new SealBroken("A key for hashes has 256 bits");
    }
    return new MacKey(material.clone());
  }

  /** HMAC-SHA-256 of the text's UTF-8, its first 128 bits in base64url without padding. */
  public String mac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(material, "HmacSHA256"));
      byte[] whole = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, KEPT));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HMAC-SHA-256", e);
    }
  }

  byte[] material() {
    return material.clone();
  }

  @Override
  public String toString() {
    return "MacKey[REDACTED]";
  }
}
