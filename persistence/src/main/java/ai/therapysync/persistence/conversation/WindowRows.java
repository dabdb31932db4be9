package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.persistence.database.Rows;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Whether WhatsApp still takes free words for somebody: within a day of their last message. */
final class WindowRows {
  private WindowRows() {}

  /**
   * Whether an answer comes too late. Where we know of no message of theirs the provider is left to
   * say.
   */
  static boolean isClosed(Handle handle, OutboxRow row, Instant now) {
    return row.channel() == ChannelName.WHATSAPP
        && (row.mayBecomeSms() || row.answersDanger())
        && handle
            .createQuery(
                "SELECT coalesce((SELECT received_at < CAST(:now AS timestamptz)"
                    + " - interval '24 hours' FROM gateway.inbound WHERE address = :address"
                    + " AND channel = 'whatsapp' ORDER BY received_at DESC LIMIT 1), false)")
            .bind("now", Rows.at(now))
            .bind("address", row.address())
            .mapTo(Boolean.class)
            .one();
  }
}
