package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.delivery.Matter;
import ai.therapysync.conversation.delivery.Reach.Window;
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
        && row.matter() != Matter.ALONE
        && of(handle, row.address(), now) == Window.CLOSED;
  }

  static Window of(Handle handle, String address, Instant now) {
    return handle
        .createQuery(
            "SELECT received_at > CAST(:now AS timestamptz) - interval '24 hours'"
                + " FROM gateway.inbound WHERE address = :address AND channel = 'whatsapp'"
                + " ORDER BY received_at DESC LIMIT 1")
        .bind("now", Rows.at(now))
        .bind("address", address)
        .mapTo(Boolean.class)
        .findOne()
        .map(open -> open ? Window.OPEN : Window.CLOSED)
        .orElse(Window.UNKNOWN);
  }
}
