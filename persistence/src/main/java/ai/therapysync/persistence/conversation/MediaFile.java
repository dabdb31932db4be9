package ai.therapysync.persistence.conversation;

import ai.therapysync.persistence.sealing.DataKey;
import ai.therapysync.persistence.sealing.Sealer;
import java.io.ByteArrayOutputStream;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * A file that is being written in pieces. The last one is sealed as the last, so that a file from
 * whose end something was cut off does not open. Used by one thread after another.
 */
public final class MediaFile {
  static final int PIECE = 256 * 1024;

  private final Jdbi jdbi;
  private final Sealer sealer;
  private final DataKey key;
  private final UUID media;
  private final ByteArrayOutputStream piece = new ByteArrayOutputStream(PIECE);
  private long size;
  private int pieces;

  MediaFile(Jdbi jdbi, Sealer sealer, DataKey key, UUID media) {
    this.jdbi = jdbi;
    this.sealer = sealer;
    this.key = key;
    this.media = media;
  }

  /** What a piece is sealed for. */
  static String place(UUID media, int number, boolean last) {
    return "media:" + media + ":" + number + (last ? ":end" : "");
  }

  /** Takes what comes next. */
  public void take(byte[] bytes) {
    int from = 0;
    while (from < bytes.length) {
      // A full piece is written once it is known not to be the last.
      if (piece.size() == PIECE) {
        write(false);
      }
      int some = Math.min(PIECE - piece.size(), bytes.length - from);
      piece.write(bytes, from, some);
      from += some;
    }
    size += bytes.length;
  }

  /** Nothing more comes. */
  public void end() {
    write(true);
  }

  /** How many bytes it has. */
  public long size() {
    return size;
  }

  int pieces() {
    return pieces;
  }

  private void write(boolean last) {
    byte[] sealed = sealer.sealPiece(key, piece.toByteArray(), place(media, pieces, last));
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                "INSERT INTO gateway.media_pieces (media_id, number, content)"
                    + " SELECT m.id, :number, :content FROM gateway.media m WHERE m.id = :media")
            .bind("number", pieces)
            .bind("content", sealed)
            .bind("media", media)
            .execute());
    pieces++;
    piece.reset();
  }
}
