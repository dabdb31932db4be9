package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.message.Attachment;
import ai.therapysync.conversation.message.Provider;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.sealing.SealBroken;
import ai.therapysync.persistence.sealing.Sealer;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Where media are fetched to: in pieces, each sealed for its place and written by itself, so that
 * no connection waits for a provider.
 */
public final class MediaBook {
  private final Jdbi jdbi;
  private final Sealer sealer;
  private final Contents contents;

  /** With the keys that seal them. */
  public MediaBook(Jdbi jdbi, Sealer sealer) {
    this.jdbi = jdbi;
    this.sealer = sealer;
    this.contents = new Contents(sealer);
  }

  /** How one of them stands. */
  public sealed interface Found {
    /** It is to be fetched; the attempts that were made before. */
    record Wanted(UUID id, UUID person, Provider provider, Attachment attachment, int attempts)
        implements Found {}

    /** It was fetched then. */
    record Kept(Instant fetchedAt) implements Found {}

    /** There is none any more, or nothing is left to be done. */
    record Over() implements Found {}
  }

  /** How it stands. */
  public Found find(UUID media) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "SELECT m.*, i.content AS details FROM gateway.media m"
                    + " LEFT JOIN gateway.inbound i ON i.id = m.inbound_id WHERE m.id = :id")
            .bind("id", media)
            .map((row, _) -> read(row))
            .findOne()
            .orElseGet(Found.Over::new));
  }

  private Found read(ResultSet row) throws SQLException {
    return switch (row.getString("state")) {
      case "waiting" -> wanted(row);
      case "fetched" -> new Found.Kept(row.getTimestamp("fetched_at").toInstant());
      default -> new Found.Over();
    };
  }

  private Found wanted(ResultSet row) throws SQLException {
    String details = row.getString("details");
    UUID inbound = row.getObject("inbound_id", UUID.class);
    if (details == null) {
      return new Found.Over();
    }
    try {
      JsonNode attachment =
          Rows.json(sealer.openOwn(details, inbound))
              .path("attachments")
              .path(row.getInt("position"));
      return new Found.Wanted(
          row.getObject("id", UUID.class),
          row.getObject("user_id", UUID.class),
          Provider.of(row.getString("provider")),
          new Attachment(
              attachment.path("reference").asText(""), attachment.path("type").asText("")),
          row.getInt("attempts"));
    } catch (SealBroken e) {
      return new Found.Over();
    }
  }

  /** A file that is about to be written, from its beginning; none where the key is gone. */
  public Optional<MediaFile> begin(Found.Wanted wanted) {
    return jdbi.inTransaction(
            handle -> {
              handle
                  .createUpdate("DELETE FROM gateway.media_pieces WHERE media_id = :id")
                  .bind("id", wanted.id())
                  .execute();
              return contents.existingKeyOf(handle, wanted.person());
            })
        .map(key -> new MediaFile(jdbi, sealer, key, wanted.id()));
  }

  /** It is there as a whole; false when the person has taken it back meanwhile. */
  public boolean fetched(UUID media, MediaFile file, String contentType, Instant now) {
    return jdbi.withHandle(handle ->
        handle
            .createUpdate(
                "UPDATE gateway.media SET state = 'fetched', size = :size, pieces = :pieces,"
                    + " content_type = :type, why = NULL, fetched_at = :now"
                    + " WHERE id = :id AND state = 'waiting'")
            .bind("size", file.size())
            .bind("pieces", file.pieces())
            .bind("type", contentType)
            .bind("now", Rows.at(now))
            .bind("id", media)
            .execute())
        == 1;
  }

  /**
   * It could not be fetched.
   *
   * @param why for operators, without anything private
   */
  public void failed(UUID media, boolean forGood, String why) {
    jdbi.useTransaction(handle -> {
      end(handle, media, forGood ? "given_up" : "waiting", Optional.of(why));
      handle
          .createUpdate("UPDATE gateway.media SET attempts = attempts + 1 WHERE id = :id")
          .bind("id", media)
          .execute();
    });
  }

  /** Its time is over. */
  public void expired(UUID media) {
    jdbi.useTransaction(handle -> end(handle, media, "expired", Optional.empty()));
  }

  private static void end(Handle handle, UUID media, String state, Optional<String> why) {
    handle
        .createUpdate("DELETE FROM gateway.media_pieces WHERE media_id = :id")
        .bind("id", media)
        .execute();
    handle
        .createUpdate(
            "UPDATE gateway.media SET state = :state, why = :why, pieces = NULL WHERE id = :id")
        .bind("state", state)
        .bind("why", why.orElse(null))
        .bind("id", media)
        .execute();
  }
}
