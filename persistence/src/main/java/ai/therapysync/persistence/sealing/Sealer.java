package ai.therapysync.persistence.sealing;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;

/**
 * Seals texts at rest. What is sealed for one row does not open in another; what was never sealed
 * (a row inserted by hand) is returned as it stands.
 */
public final class Sealer {
  static final String PREFIX = "sealed:v1:";

  private volatile Aead master;
  private volatile Keyset keyset;

  public Sealer(Keyset keyset) {
    this.keyset = keyset;
    this.master = master(keyset);
  }

  /** From now on with these keys: another process has changed the keyset. */
  public void use(Keyset changed) {
    master = master(changed);
    keyset = changed;
  }

  /** The keys that it has now. */
  public Keyset keyset() {
    return keyset;
  }

  private static Aead master(Keyset keyset) {
    try {
      return keyset.aead();
    } catch (GeneralSecurityException e) {
      throw new SealBroken("The keyset can't seal: it is not an AEAD keyset");
    }
  }

  /** A new person's key; store it {@link #wrap wrapped}. */
  public DataKey newDataKey() {
    return DataKey.create();
  }

  /** A person's key, sealed under the keyset and bound to that person. */
  public String wrap(DataKey key, UUID userId) {
    return sealed(master, key.material(), "data-key:" + userId);
  }

  /**
   * Opens what {@link #wrap} made.
   *
   * @throws SealBroken with another keyset or for another person
   */
  public DataKey unwrap(String wrapped, UUID userId) {
    return DataKey.of(opened(master, wrapped, "data-key:" + userId));
  }

  /** A text of a person's, sealed for this row. */
  public String seal(DataKey key, String text, UUID rowId) {
    return sealed(key.cipher(), text.getBytes(StandardCharsets.UTF_8), "row:" + rowId);
  }

  /**
   * Opens what {@link #seal} made.
   *
   * @throws SealBroken with another key, for another row, or when it was tampered with
   */
  public String open(DataKey key, String stored, UUID rowId) {
    return isSealed(stored) ? text(opened(key.cipher(), stored, "row:" + rowId)) : stored;
  }

  /** A piece of a file of a person's, sealed for its place in that file. */
  public byte[] sealPiece(DataKey key, byte[] piece, String place) {
    try {
      return key.cipher().encrypt(piece, place.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Sealing failed", e);
    }
  }

  /**
   * Opens what {@link #sealPiece} made.
   *
   * @throws SealBroken with another key, for another place, or when it was tampered with
   */
  public byte[] openPiece(DataKey key, byte[] sealed, String place) {
    try {
      return key.cipher().decrypt(sealed, place.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new SealBroken("A piece does not open: another key made it, or it was changed");
    }
  }

  /** A text that belongs to no person, sealed under the keyset itself for this row. */
  public String sealOwn(String text, UUID rowId) {
    return sealed(master, text.getBytes(StandardCharsets.UTF_8), "own:" + rowId);
  }

  /**
   * Opens what {@link #sealOwn} made.
   *
   * @throws SealBroken with another keyset, for another row, or when it was tampered with
   */
  public String openOwn(String stored, UUID rowId) {
    return isSealed(stored) ? text(opened(master, stored, "own:" + rowId)) : stored;
  }

  /** A key for hashes, sealed under the keyset and bound to its name. */
  public String wrap(MacKey key, String name) {
    return sealed(master, key.material(), "mac-key:" + name);
  }

  /**
   * Opens what {@link #wrap(MacKey, String)} made.
   *
   * @throws SealBroken with another keyset or under another name
   */
  public MacKey unwrapMac(String wrapped, String name) {
    return MacKey.of(opened(master, wrapped, "mac-key:" + name));
  }

  /**
   * The same content sealed by the key that seals now.
   *
   * @param place what the seal is bound to: {@code own:} and the row's id, {@code data-key:} and
   *     the person's, {@code mac-key:} and the name
   * @throws SealBroken when no key of the keyset opens it there
   */
  public String sealAnew(String stored, String place) {
    return sealed(master, opened(master, stored, place), place);
  }

  /**
   * Whether a stored text reads as sealed. A person's own words that happen to begin like a seal
   * must be sealed even when their messages are kept in clear, or they could not be read again.
   */
  public static boolean isSealed(String stored) {
    return stored.startsWith(PREFIX);
  }

  private static String sealed(Aead aead, byte[] content, String place) {
    try {
      byte[] sealed = aead.encrypt(content, place.getBytes(StandardCharsets.UTF_8));
      return PREFIX + Base64.getEncoder().encodeToString(sealed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Sealing failed", e);
    }
  }

  private static byte[] opened(Aead aead, String stored, String place) {
    try {
      byte[] sealed = Base64.getDecoder().decode(stored.substring(PREFIX.length()));
      return aead.decrypt(sealed, place.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new SealBroken("A seal does not open: another keyset made it, or it was changed");
    }
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.UTF_8);
  }
}
