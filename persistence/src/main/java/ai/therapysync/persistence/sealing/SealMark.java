package ai.therapysync.persistence.sealing;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a text that the keyset sealed begins: Tink puts a 1 and the key's id before it. So it can be
 * told by which key, without opening it, in SQL as well.
 */
public final class SealMark {
  /** So many characters of a sealed text name its key. */
  public static final int LENGTH = Sealer.PREFIX.length() + 7;

  private static final byte TINK = 1;
  private static final int ID_BYTES = 5;

  private SealMark() {}

  /** The beginnings that a key's seals can have: its last letter has two bits of what follows. */
  public static List<String> of(long keyId) {
    return Stream.of(0x00, 0x40, 0x80, 0xC0)
        .map(next -> {
          byte[] bytes =
              ByteBuffer.allocate(ID_BYTES + 1)
                  .put(TINK)
                  .putInt((int) keyId)
                  .put(next.byteValue())
                  .array();
          String letters = Base64.getEncoder().encodeToString(bytes);
          return (Sealer.PREFIX + letters).substring(0, LENGTH);
        })
        .toList();
  }

  /** The id of the key that made a seal which begins so; empty where nothing names one. */
  public static Optional<Long> keyId(String beginning) {
    if (beginning.length() < LENGTH || !Sealer.isSealed(beginning)) {
      return Optional.empty();
    }
    try {
      String letters = beginning.substring(Sealer.PREFIX.length(), LENGTH) + "A";
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(letters));
      return bytes.get() == TINK
          ? Optional.of(Integer.toUnsignedLong(bytes.getInt()))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
