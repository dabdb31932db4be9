package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.message.Attachment;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.tasks.Agenda;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Notes which media of a message are to be fetched, in the transaction that stores it. */
final class MediaRows {
  /** No message of a person has more. */
  private static final int MOST = 10;

  private MediaRows() {}

  static void note(ReceivedRows.Context context) {
    List<Attachment> attachments = context.message().attachments();
    if (context.shown().isEmpty() || context.person().isEmpty()) {
      return;
    }
    for (int position = 0; position < Math.min(MOST, attachments.size()); position++) {
      UUID id = UUID.randomUUID();
      insert(context, id, position, attachments.get(position));
      Agenda.media(context.handle(), id, context.now());
    }
  }

  private static void insert(
      ReceivedRows.Context context, UUID id, int position, Attachment attachment) {
    context
        .handle()
        .createUpdate(
            "INSERT INTO gateway.media (id, user_id, message_id, inbound_id, provider, position,"
                + " content_type, created_at) VALUES (:id, :person, :message, :inbound, :provider,"
                + " :position, :type, :now)")
        .bind("id", id)
        .bind("person", context.person().orElseThrow())
        .bind("message", context.shown().orElseThrow())
        .bind("inbound", context.inbound())
        .bind("provider", context.message().provider().word())
        .bind("position", position)
        .bind("type", attachment.contentType())
        .bind("now", Rows.at(context.now()))
        .execute();
  }

  /** With the pieces; a task that still waits finds nothing. */
  static void forget(Handle handle, UUID message) {
    handle
        .createUpdate("DELETE FROM gateway.media WHERE message_id = :message")
        .bind("message", message)
        .execute();
  }
}
