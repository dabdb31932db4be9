package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.intake.Earlier;
import ai.therapysync.conversation.message.InboundMessage;
import ai.therapysync.conversation.message.MessageType;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What a message is about of what the same person sent before, or took back. */
final class EarlierRows {
  /** Whether it came too late: {@code :about} is its own original's id, or null. */
  static final String TAKEN_BACK =
      """
      EXISTS (SELECT 1 FROM gateway.inbound e WHERE e.provider = :provider
        AND e.about IN (:providerId, CAST(:about AS text)) AND e.address = :address
        AND (e.message_type = 'deletion' OR e.about = :providerId))
      """;

  private static final String ORIGINAL =
      """
      SELECT i.id, coalesce(t.state = 'waiting', false) AS waits
      FROM gateway.inbound i LEFT JOIN gateway.turns t ON t.id = i.turn_id
      WHERE i.provider = :provider AND i.provider_message_id = :about AND i.address = :address
        AND i.user_id IS NOT DISTINCT FROM :person AND i.message_type <> 'deletion'
      """;

  private EarlierRows() {}

  /** The provider's id of the message that this one changes or takes back. */
  static Optional<String> about(InboundMessage message) {
    boolean revises = message.type() == MessageType.EDIT || message.type() == MessageType.DELETION;
    return revises ? message.about() : Optional.empty();
  }

  /** Only what the same person sent from the same address is theirs to change. */
  static Earlier load(
      Handle handle, InboundMessage message, Optional<UUID> person, boolean takenBack) {
    Optional<Earlier.Original> original =
        about(message)
            .flatMap(about ->
                handle
                    .createQuery(ORIGINAL)
                    .bind("provider", message.provider().word())
                    .bind("about", about)
                    .bind("address", message.from().value())
                    .bind("person", person.orElse(null))
                    .map((row, _) ->
                        new Earlier.Original(
                            row.getObject("id", UUID.class), row.getBoolean("waits")))
                    .findOne());
    return new Earlier(original, takenBack);
  }
}
