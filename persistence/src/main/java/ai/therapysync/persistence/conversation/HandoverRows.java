package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.handover.Hold;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.tasks.Agenda;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Who holds a conversation: rows of {@code gateway.takeovers}. */
final class HandoverRows {
  /** A word: awaited, operator, or nothing. */
  static final String HOLD =
      """
      SELECT CASE WHEN t.operator_id IS NULL AND NOT EXISTS (
            SELECT 1 FROM public.whatsapp_messages o WHERE o.user_id = t.user_id
              AND o.sender_type = 'operator' AND o."timestamp" >= t.since)
          THEN 'awaited' ELSE 'operator' END
        FROM gateway.takeovers t WHERE t.user_id = :person
      """;

  private HandoverRows() {}

  static Hold hold(JsonNode word) {
    return switch (word.asText("")) {
      case "awaited" -> Hold.AWAITED;
      case "operator" -> Hold.OPERATOR;
      default -> Hold.NOBODY;
    };
  }

  static void ask(Handle handle, UUID person, Instant remindAt, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO gateway.takeovers (user_id, since) VALUES (:person, :now)"
                + " ON CONFLICT DO NOTHING")
        .bind("person", person)
        .bind("now", Rows.at(now))
        .execute();
    Agenda.handover(handle, person, remindAt);
  }

  static void takeBack(Handle handle, UUID person) {
    handle
        .createUpdate(
            "DELETE FROM gateway.takeovers WHERE user_id = :person AND operator_id IS NULL")
        .bind("person", person)
        .execute();
  }
}
