package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.delivery.DeliveryStatus;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.crisis.CrisisDesk;
import ai.therapysync.crisis.incident.IncidentEvent;
import ai.therapysync.crisis.incident.IncidentId;
import ai.therapysync.crisis.people.ContactId;
import ai.therapysync.persistence.crisis.ContactBook;
import ai.therapysync.persistence.crisis.JdbiIncidentBook;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.tasks.Agenda;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * What follows when a message was taken, moved on or failed: for the row people see, and its
 * incident.
 */
public final class Consequences {
  /** Failures of ours, which say nothing of the one whom a message was for. */
  private static final Set<String> NOT_THE_CONTACTS = Set.of("channel_off", "fate_unknown");

  private final JdbiIncidentBook book;
  private final CrisisDesk desk;
  private final FallbackRows fallback;

  /** With the desk that decides what a page's fate means, and the ways that follow one. */
  public Consequences(JdbiIncidentBook book, CrisisDesk desk, FallbackRows fallback) {
    this.book = book;
    this.desk = desk;
    this.fallback = fallback;
  }

  /** The provider's id is the message's; of a message in parts, the first one's. */
  void named(Handle handle, OutboxRow row, String providerId) {
    row.messageId()
        .filter(_ -> row.part() == 1)
        .ifPresent(id ->
            handle
                .createUpdate(
                    "UPDATE public.whatsapp_messages SET whatsapp_message_id = :provider"
                        + " WHERE id = :id AND NOT EXISTS (SELECT 1"
                        + " FROM public.whatsapp_messages o"
                        + " WHERE o.whatsapp_message_id = :provider)")
                .bind("provider", providerId)
                .bind("id", id)
                .execute());
  }

  void accepted(Handle handle, OutboxRow row) {
    if (row.isPage()) {
      tell(handle, row, new IncidentEvent.PageAccepted(row.incidentStep(), bySms(row)));
    }
  }

  /** The message that people see moves forward, never back, and by its last part. */
  void moved(Handle handle, OutboxRow row, DeliveryStatus moved, Instant now) {
    boolean mail = row.channel() == ChannelName.EMAIL;
    row.contact()
        .filter(_ -> moved.isReceipt() || mail)
        .ifPresent(contact -> ContactBook.delivered(handle, contact, mail, now));
    row.messageId()
        .ifPresent(id -> {
          DeliveryStatus next = shown(handle, row, id, moved);
          handle
              .createUpdate(
                  "UPDATE public.whatsapp_messages SET delivery_status = :next WHERE id = :id"
                      + " AND delivery_status = ANY(:before)")
              .bind("next", next.word())
              .bind("id", id)
              .bindArray("before", String.class, before(next))
              .execute();
        });
  }

  /** What a contact has got needs no other way: its words are not kept any longer. */
  void arrived(Handle handle, OutboxRow row) {
    if (row.messageId().isEmpty()) {
      handle
          .createUpdate("UPDATE gateway.outbox SET payload = '' WHERE id = :id")
          .bind("id", row.id())
          .execute();
    }
  }

  /** An invitation that was read is no message that was read: its words have yet to come. */
  private static DeliveryStatus shown(
      Handle handle, OutboxRow row, UUID message, DeliveryStatus moved) {
    if (row.template().isPresent()) {
      return moved == DeliveryStatus.READ ? DeliveryStatus.DELIVERED : moved;
    }
    return row.parts() == 1 ? moved : PartRows.status(handle, message);
  }

  /**
   * It did not arrive: a page's incident moves on at once, the message by the next way of its
   * ladder; it is failed after the last.
   *
   * @param code the provider's error code, or ours
   * @param last whether this row is not tried again anyway
   * @return how it goes on with the row
   */
  Course failed(Handle handle, OutboxRow row, String code, String why, boolean last, Instant now) {
    boolean calledByNumber = row.isPage() && row.channel() != ChannelName.WHATSAPP;
    if (calledByNumber && (last || row.attempts() <= 1)) {
      ContactId contact = new ContactId(row.contact().orElseThrow());
      tell(handle, row, new IncidentEvent.PageFailed(row.incidentStep(), contact, bySms(row)));
    }
    if (!last) {
      return new Course.Over();
    }
    if (!NOT_THE_CONTACTS.contains(code) && row.template().isEmpty()) {
      boolean mail = row.channel() == ChannelName.EMAIL;
      row.contact().ifPresent(contact -> ContactBook.failed(handle, contact, mail, code, now));
    }
    if (row.template().isPresent()) {
      fallback
          .goOnUninvited(handle, row, code, now)
          .forEach(message -> failed(handle, message, why));
      return new Course.Over();
    }
    Course course = fallback.goOn(handle, row, code, now);
    if (course instanceof Course.Over) {
      row.messageId().ifPresent(message -> failed(handle, message, why));
    }
    return course;
  }

  private static void failed(Handle handle, UUID message, String why) {
    handle
        .createUpdate(
            "UPDATE public.whatsapp_messages SET delivery_status = 'failed', error_message = :why"
                + " WHERE id = :id AND delivery_status NOT IN ('read', 'failed')")
        .bind("why", why)
        .bind("id", message)
        .execute();
  }

  /** Whether its words are still here, and no other attempt of it is on its way. */
  boolean canRepeat(OutboxRow row) {
    return row.state().equals("accepted") && !row.payload().isEmpty();
  }

  /** Surely not arrived, and to be sent again then. */
  void again(Handle handle, OutboxRow row, Instant at) {
    handle
        .createUpdate(
            "UPDATE gateway.outbox SET state = 'waiting', lost_since = NULL, ended_at = NULL"
                + " WHERE id = :id")
        .bind("id", row.id())
        .execute();
    Agenda.again(handle, row.id(), row.attempts(), row.crisis(), at);
  }

  /** The provider says that the number said STOP to this sender. */
  void optedOut(Handle handle, OutboxRow row, UUID delivery, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO gateway.opt_outs (channel, sender, address, since)"
                + " SELECT :channel, d.sender, :address, :now FROM gateway.deliveries d"
                + " WHERE d.id = :delivery AND d.sender IS NOT NULL ON CONFLICT DO NOTHING")
        .bind("channel", row.channel().word())
        .bind("address", row.address())
        .bind("now", Rows.at(now))
        .bind("delivery", delivery)
        .execute();
  }

  /** The next message of the conversation need not wait for its poll. */
  void next(Handle handle, OutboxRow row, Instant now) {
    handle
        .createQuery(
            "SELECT id FROM gateway.outbox WHERE channel = :channel AND address = :address"
                + " AND NOT crisis AND state = 'waiting' AND seq > :seq ORDER BY seq LIMIT 1")
        .bind("channel", row.channel().word())
        .bind("address", row.address())
        .bind("seq", row.seq())
        .mapTo(UUID.class)
        .findOne()
        .ifPresent(id -> Agenda.hurry(handle, id, now));
  }

  private void tell(Handle handle, OutboxRow row, IncidentEvent event) {
    book.change(
        handle,
        new IncidentId(row.incident().orElseThrow()),
        (incident, situation) -> desk.on(incident, event, situation));
  }

  private static boolean bySms(OutboxRow row) {
    return row.channel() == ChannelName.SMS;
  }

  private static List<String> before(DeliveryStatus next) {
    return Stream.of(DeliveryStatus.values())
        .filter(status -> status.mayBecome(next))
        .map(DeliveryStatus::word)
        .toList();
  }
}
