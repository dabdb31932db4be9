package ai.therapysync.persistence.conversation;

import ai.therapysync.crisis.risk.Utterance;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.sealing.DataKey;
import ai.therapysync.persistence.sealing.SealBroken;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/** Rows of {@code whatsapp_messages} as utterances. */
final class Utterances {
  private Utterances() {}

  /**
   * A JSON row with {@code id, sender_type, content, at}; a content that can't be opened is empty.
   */
  static Utterance read(Contents contents, DataKey key, JsonNode row) {
    UUID id = Rows.uuid(row, "id").orElseThrow();
    boolean ofPerson = row.path("sender_type").asText().equals("user");
    return new Utterance(
        ofPerson ? Utterance.Speaker.PERSON : Utterance.Speaker.GATEWAY,
        readable(contents, key, row.path("content").asText(), id),
        Rows.instant(row, "at").orElse(Instant.EPOCH));
  }

  /** A row that no longer opens, or whose seal somebody typed, must not stop a conversation. */
  static String readable(Contents contents, DataKey key, String stored, UUID id) {
    try {
      return contents.open(key, stored, id);
    } catch (SealBroken e) {
      return "";
    }
  }
}
