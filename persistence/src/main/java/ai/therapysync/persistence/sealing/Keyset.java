package ai.therapysync.persistence.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

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
    try {
      if (!Files.exists(file)) {
        write(create(), file);
      }
      return parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("The keyset file can't be read or written: " + file, e);
    }
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

  Aead aead() throws GeneralSecurityException {
    return handle.getPrimitive(tink(), Aead.class);
  }

  private static Configuration tink() throws GeneralSecurityException {
    AeadConfig.register();
    return RegistryConfiguration.get();
  }

  /** Written whole or not at all, and never over another's. */
  private static void write(Keyset keyset, Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path draft =
        Files.createTempFile(
            file.toAbsolutePath().getParent(),
            ".keyset",
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(draft, keyset.json());
    try {
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      // Another process was faster: its keyset counts.
    } catch (UnsupportedOperationException e) {
      Files.copy(draft, file, StandardCopyOption.COPY_ATTRIBUTES);
    } finally {
      Files.delete(draft);
    }
  }

  @Override
  public String toString() {
    return "Keyset[REDACTED]";
  }
}
