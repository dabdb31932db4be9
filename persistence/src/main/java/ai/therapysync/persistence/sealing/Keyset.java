package ai.therapysync.persistence.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The gateway's master keys: the primary one seals, all of them open, so that keys can be rotated.
 */
public final class Keyset {
  private final KeysetHandle handle;

  private Keyset(KeysetHandle handle) {
    this.handle = handle;
  }

  /** A new keyset with one key. */
  public static Keyset create() {
    try {
      return new Keyset(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, tink()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no AES-GCM", e);
    }
  }

  /**
   * Reads Tink's JSON form.
   *
   * @throws SealBroken when it is not one, or its keys are not for sealing
   */
  public static Keyset parse(String json) {
    try {
      Keyset keyset =
          new Keyset(
              TinkJsonProtoKeysetFormat.parseKeyset(json, tink(), InsecureSecretKeyAccess.get()));
      Aead proof = keyset.aead();
      proof.encrypt(new byte[0], new byte[0]);
      return keyset;
    } catch (GeneralSecurityException | RuntimeException e) {
      // The cause may quote the keyset, so it is left out.
      throw new SealBroken(
          "The keyset can't be read: it is not an AEAD keyset in Tink's JSON form");
    }
  }

  /** The keyset in this file, which is made, for its owner's eyes only, when it is not there. */
  public static Keyset at(Path file) {
    return new KeysetFile(file).readOrMake();
  }

  /** Tink's JSON form, with the keys in clear: a secret. */
  public String json() {
    try {
      return TinkJsonProtoKeysetFormat.serializeKeyset(
          handle, tink(), InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The keyset can't be written", e);
    }
  }

  /** Where a rotation stands. */
  public enum Stage {
    ONE_KEY,
    /** The newest key is known and seals nothing yet. */
    NEWEST_WAITS,
    /** The newest key seals; older ones open what they sealed. */
    OLD_KEYS_LEFT
  }

  /** Keys are added at the end, so that the last one is the newest. */
  public Stage stage() {
    if (handle.size() == 1) {
      return Stage.ONE_KEY;
    }
    return newest() == primary() ? Stage.OLD_KEYS_LEFT : Stage.NEWEST_WAITS;
  }

  /** The ids of all keys; they are no secret. */
  public Set<Long> ids() {
    return IntStream.range(0, handle.size())
        .mapToObj(this::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The id of the key that seals. */
  public long primary() {
    return Integer.toUnsignedLong(handle.getPrimary().getId());
  }

  public long newest() {
    return id(handle.size() - 1);
  }

  /** With another key, which only opens as yet. */
  public Keyset withNewKey() {
    return built(
        KeysetHandle.newBuilder(handle)
            .addEntry(
                KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                    .withRandomId()));
  }

  /** With the newest key as the one that seals. */
  public Keyset withNewestSealing() {
    KeysetHandle.Builder builder = KeysetHandle.newBuilder(handle);
    builder.getAt(builder.size() - 1).makePrimary();
    return built(builder);
  }

  /** Without the keys that no longer seal. */
  public Keyset withoutOldKeys() {
    KeysetHandle.Builder builder = KeysetHandle.newBuilder(handle);
    for (int i = builder.size() - 1; i >= 0; i--) {
      if (!builder.getAt(i).isPrimary()) {
        builder.deleteAt(i);
      }
    }
    return built(builder);
  }

  private long id(int place) {
    return Integer.toUnsignedLong(handle.getAt(place).getId());
  }

  private static Keyset built(KeysetHandle.Builder builder) {
    try {
      return new Keyset(builder.build());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The keyset can't be changed", e);
    }
  }

  Aead aead() throws GeneralSecurityException {
    return handle.getPrimitive(tink(), Aead.class);
  }

  private static Configuration tink() throws GeneralSecurityException {
    AeadConfig.register();
    return RegistryConfiguration.get();
  }

  @Override
  public String toString() {
    return "Keyset[REDACTED]";
  }
}
