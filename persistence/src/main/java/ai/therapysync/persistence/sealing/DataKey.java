package ai.therapysync.persistence.sealing;

import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import java.security.GeneralSecurityException;

/** One person's key: without it, their messages can't be read by anybody. */
public final class DataKey {
  private static final int BYTES = 32;

  private final byte[] material;
  private final AesGcmJce cipher;

  private DataKey(byte[] material) {
    try {
      this.material = material;
      this.cipher = new AesGcmJce(material);
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new SealBroken("A data key has 256 bits");
    }
  }

  static DataKey create() {
    return new DataKey(Random.randBytes(BYTES));
  }

  static DataKey of(byte[] material) {
    if (material.length != BYTES) {
      throw new SealBroken("A data key has 256 bits");
    }
    return new DataKey(material.clone());
  }

  byte[] material() {
    return material.clone();
  }

  AesGcmJce cipher() {
    return cipher;
  }

  @Override
  public String toString() {
    return "DataKey[REDACTED]";
  }
}
