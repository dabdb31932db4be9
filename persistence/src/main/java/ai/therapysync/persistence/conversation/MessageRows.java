package ai.therapysync.persistence.conversation;

import ai.therapysync.persistence.database.Rows;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Writes what we say into {@code whatsapp_messages}. */
final class MessageRows {
  private MessageRows() {}

  /** One message of our side, queued. */
  record Shown(
      UUID id,
      UUID integration,
      UUID person,
      String senderType,
      String content,
      String metadata,
      Optional<UUID> session,
      String channel,
      Instant at) {}

  static void insert(Handle handle, Shown shown) {
    handle
        .createUpdate(
            "INSERT INTO public.whatsapp_messages (id, integration_id, user_id, sender_type,"
                + " message_type, content, ai_response_metadata, therapy_session_id,"
                + " delivery_status, \"timestamp\", channel) VALUES (:id, :integration, :user,"
                + " :senderType, 'text', :content, CAST(:metadata AS jsonb), :session, 'queued',"
                + " :at, :channel)")
        .bind("id", shown.id())
        .bind("integration", shown.integration())
        .bind("user", shown.person())
        .bind("senderType", shown.senderType())
        .bind("content", shown.content())
        .bind("metadata", shown.metadata())
        .bind("session", shown.session().orElse(null))
        .bind("at", Rows.at(shown.at()))
        .bind("channel", shown.channel())
        .execute();
  }
}
