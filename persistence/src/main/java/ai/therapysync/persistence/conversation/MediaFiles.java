package ai.therapysync.persistence.conversation;

import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.audit.AuditEntry;
import ai.therapysync.persistence.database.Lane;
import ai.therapysync.persistence.sealing.DataKey;
import ai.therapysync.persistence.sealing.SealBroken;
import ai.therapysync.persistence.sealing.Sealer;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Media of people in care, as they are shown and handed out: opened piece by piece. */
public final class MediaFiles {
  private static final String COLUMNS =
      "SELECT id, user_id, message_id, content_type, state, coalesce(size, 0) AS size,"
          + " coalesce(pieces, 0) AS pieces FROM gateway.media ";

  private final Jdbi jdbi;
  private final Sealer sealer;
  private final Contents contents;

  /** With the keys that open them. */
  public MediaFiles(Jdbi jdbi, Sealer sealer) {
    this.jdbi = jdbi;
    this.sealer = sealer;
    this.contents = new Contents(sealer);
  }

  /**
   * One of them.
   *
   * @param state {@code waiting}, {@code fetched}, {@code given_up}, {@code expired}
   * @param size in bytes; 0 unless it is there
   */
  public record File(
      UUID id, UUID person, UUID message, String contentType, String state, long size, int pieces) {
    static File read(ResultSet row) throws SQLException {
      return new File(
          row.getObject("id", UUID.class),
          row.getObject("user_id", UUID.class),
          row.getObject("message_id", UUID.class),
          row.getString("content_type"),
          row.getString("state"),
          row.getLong("size"),
          row.getInt("pieces"));
    }

    /** Whether it can be had. */
    public boolean isThere() {
      return state.equals("fetched");
    }

    /** What kind of thing it is: the type's first half, {@code audio}. */
    public String kind() {
      return contentType.toLowerCase(Locale.ROOT).replaceFirst("/.*", "").strip();
    }

    /** A name that says nothing of anybody. */
    public String fileName() {
      return id + "." + ending();
    }

    private String ending() {
      return switch (contentType.toLowerCase(Locale.ROOT).replaceFirst(";.*", "").strip()) {
        case "image/jpeg" -> "jpg";
        case "image/png" -> "png";
        case "image/webp" -> "webp";
        case "image/gif" -> "gif";
        case "audio/ogg" -> "ogg";
        case "audio/mpeg" -> "mp3";
        case "audio/mp4" -> "m4a";
        case "audio/aac" -> "aac";
        case "audio/amr" -> "amr";
        case "video/mp4" -> "mp4";
        case "video/3gpp" -> "3gp";
        case "application/pdf" -> "pdf";
        case "text/plain" -> "txt";
        default -> "bin";
      };
    }
  }

  /** Those of these messages, in their order; nothing of them is read. */
  public List<File> of(Acting acting, UUID person, List<UUID> messages) {
    return acting.asOwner((Handle owner) ->
        owner
            .createQuery(
                COLUMNS
                    + "WHERE user_id = :person AND message_id = ANY(:messages)"
                    + " ORDER BY message_id, position")
            .bind("person", person)
            .bindArray("messages", UUID.class, messages)
            .map((row, _) -> File.read(row))
            .list());
  }

  /** A file that somebody may have, and its key. */
  public record Opened(File file, DataKey key) {}

  /** One that is there, for a caller who sees the person's messages; a line of the audit log. */
  public Optional<Opened> open(Acting acting, UUID person, UUID media) {
    Optional<Opened> opened =
        acting.asOwner((Handle owner) ->
            owner
                .createQuery(COLUMNS + "WHERE id = :id AND user_id = :person AND state = 'fetched'")
                .bind("id", media)
                .bind("person", person)
                .map((row, _) -> File.read(row))
                .findOne()
                .flatMap(file ->
                    contents.existingKeyOf(owner, person).map(key -> new Opened(file, key))));
    opened.ifPresent(_ ->
        acting.note(
            new AuditEntry("read", "media", Optional.of(media), Optional.of(person), List.of())));
    return opened;
  }

  /** All of a person's that are there, the oldest first. */
  public List<File> all(UUID person) {
    return Lane.ordinary(() ->
        jdbi.withHandle(handle ->
            handle
                .createQuery(
                    COLUMNS
                        + "WHERE user_id = :person AND state = 'fetched' ORDER BY created_at, id")
                .bind("person", person)
                .map((row, _) -> File.read(row))
                .list()));
  }

  /**
   * Writes it out, however slowly it is taken; no connection is held meanwhile.
   *
   * @throws IOException when the stream takes no more, or the file does not open
   */
  public void copy(File file, DataKey key, OutputStream out) throws IOException {
    for (int number = 0; number < file.pieces(); number++) {
      int next = number;
      byte[] sealed =
          Lane.ordinary(() -> piece(file.id(), next))
              .orElseThrow(() -> new IOException("A piece of a file is gone"));
      boolean last = number == file.pieces() - 1;
      try {
        out.write(sealer.openPiece(key, sealed, MediaFile.place(file.id(), number, last)));
      } catch (SealBroken e) {
        throw new IOException("A piece of a file does not open", e);
      }
    }
  }

  private Optional<byte[]> piece(UUID media, int number) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "SELECT content FROM gateway.media_pieces WHERE media_id = :id AND number = :number")
            .bind("id", media)
            .bind("number", number)
            .map((row, _) -> row.getBytes("content"))
            .findOne());
  }
}
