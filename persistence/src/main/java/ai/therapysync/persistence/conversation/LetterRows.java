package ai.therapysync.persistence.conversation;

import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.sealing.Sealer;
import ai.therapysync.persistence.tasks.Agenda;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Writes the letter that a notice to a contact becomes where their number does not get it. */
public final class LetterRows {
  private final Sealer sealer;

  /** With the keys that seal what waits. */
  public LetterRows(Sealer sealer) {
    this.sealer = sealer;
  }

  /** Whether the notice came with one. */
  boolean isThere(OutboxRow row) {
    return row.contact().isPresent() && letter(row).isObject();
  }

  Course write(Handle handle, OutboxRow row, Instant now) {
    JsonNode letter = letter(row);
    UUID id = UUID.randomUUID();
    String payload =
        Rows.write(
            Map.of(
                "subject", letter.path("subject").asText(), "text", letter.path("text").asText()));
    handle
        .createUpdate(
            """
            INSERT INTO gateway.outbox (id, user_id, channel, address, purpose, crisis, payload,
              incident_id, contact_id, step, code, created_at)
            SELECT :id, o.user_id, 'email', :address, o.purpose, o.crisis, :payload,
              o.incident_id, o.contact_id, o.step, o.code, :now
            FROM gateway.outbox o WHERE o.id = :row
            """)
        .bind("id", id)
        .bind("address", letter.path("address").asText())
        .bind("payload", sealer.sealOwn(payload, id))
        .bind("now", Rows.at(now))
        .bind("row", row.id())
        .execute();
    Agenda.delivery(handle, id, row.crisis(), now);
    return new Course.Elsewhere();
  }

  private JsonNode letter(OutboxRow row) {
    return Rows.json(sealer.openOwn(row.payload(), row.id())).path("letter");
  }
}
