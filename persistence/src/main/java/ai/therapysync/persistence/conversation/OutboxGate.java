package ai.therapysync.persistence.conversation;

import org.jdbi.v3.core.Handle;

/** What keeps a message from going out now, or at all. */
final class OutboxGate {
  private OutboxGate() {}

  /** Whether the number said STOP to this sender. */
  static boolean stopped(Handle handle, OutboxRow row, String sender) {
    return handle
        .createQuery(
            "SELECT EXISTS (SELECT 1 FROM gateway.opt_outs WHERE address = :address"
                + " AND sender = :sender AND channel = :channel)")
        .bind("address", row.address())
        .bind("sender", sender)
        .bind("channel", row.channel().word())
        .mapTo(Boolean.class)
        .one();
  }

  /** Whether a page has lost its purpose: its contact must not be told, or its incident is over. */
  static boolean excluded(Handle handle, OutboxRow row) {
    return handle
        .createQuery(
            "SELECT EXISTS (SELECT 1 FROM public.emergency_contacts"
                + " WHERE id = :contact AND must_not_be_told) OR EXISTS (SELECT 1"
                + " FROM public.crisis_interventions WHERE id = :incident"
                + " AND (status = 'resolved' OR completed_at IS NOT NULL))")
        .bind("contact", row.contact().orElse(null))
        .bind("incident", row.incident().orElse(null))
        .mapTo(Boolean.class)
        .one();
  }

  /** Whether an earlier message of its conversation, or part of it, is still on its way out. */
  static boolean mustWait(Handle handle, OutboxRow row) {
    return (!row.crisis() && isAnySooner(handle, row))
        || (row.part() > 1 && isPartSooner(handle, row));
  }

  private static boolean isAnySooner(Handle handle, OutboxRow row) {
    return handle
        .createQuery(
            "SELECT EXISTS (SELECT 1 FROM gateway.outbox WHERE channel = :channel"
                + " AND address = :address AND seq < :seq AND NOT crisis"
                + " AND state IN ('waiting', 'sending'))")
        .bind("channel", row.channel().word())
        .bind("address", row.address())
        .bind("seq", row.seq())
        .mapTo(Boolean.class)
        .one();
  }

  private static boolean isPartSooner(Handle handle, OutboxRow row) {
    return handle
        .createQuery(
            "SELECT EXISTS (SELECT 1 FROM gateway.outbox WHERE message_id = :message"
                + " AND part < :part AND state IN ('waiting', 'sending'))")
        .bind("message", row.messageId().orElse(null))
        .bind("part", row.part())
        .mapTo(Boolean.class)
        .one();
  }
}
