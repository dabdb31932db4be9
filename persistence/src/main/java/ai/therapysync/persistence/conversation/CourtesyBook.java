package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.Provider;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What telling somebody that they are read, or that we write, needs to know. */
public final class CourtesyBook {
  private final Jdbi jdbi;

  /** On the database that the nodes share. */
  public CourtesyBook(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** A message by the provider's own id. */
  public record Message(Provider provider, ChannelName channel, String id) {}

  /** The latest that a turn answers. */
  public Optional<Message> latest(UUID turn) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "SELECT provider, channel, provider_message_id FROM gateway.inbound"
                    + " WHERE turn_id = :turn ORDER BY received_at DESC, id LIMIT 1")
            .bind("turn", turn)
            .map((row, _) ->
                new Message(
                    Provider.of(row.getString("provider")),
                    ChannelName.of(row.getString("channel")),
                    row.getString("provider_message_id")))
            .findOne());
  }

  /** Whether operators have switched it off. */
  public boolean isOff(Message message) {
    return jdbi.withHandle(handle ->
        ChannelSwitches.offSince(handle, message.channel(), message.provider()).isPresent());
  }
}
