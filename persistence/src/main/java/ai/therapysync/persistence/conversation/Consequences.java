package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.delivery.DeliveryStatus;
import ai.therapysync.conversation.delivery.Routes;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.crisis.CrisisDesk;
import ai.therapysync.crisis.incident.IncidentEvent;
import ai.therapysync.crisis.incident.IncidentId;
import ai.therapysync.crisis.people.ContactId;
import ai.therapysync.persistence.crisis.ContactBook;
import ai.therapysync.persistence.crisis.JdbiIncidentBook;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.sealing.Sealer;
import ai.therapysync.persistence.tasks.Agenda;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * What follows when a message was taken, moved on or failed: for the row people see, and its
 * incident.
 */
public final class Consequences {
  /** The number said STOP to this sender: by the provider's word, and by our own record. */
  private static final Set<String> STOPPED = Set.of("21610", "opted_out");

  /** What may have arrived is not said again by another way. */
  private static final String FATE_UNKNOWN = "fate_unknown";

  /** Failures of ours, which say nothing of the one whom a message was for. */
  private static final Set<String> NOT_THE_CONTACTS = Set.of("channel_off", FATE_UNKNOWN);

  private final JdbiIncidentBook book;
  private final CrisisDesk desk;
  private final Routes routes;
  private final Sealer sealer;

  /** With the desk that decides what a page's fate means. */
  public Consequences(JdbiIncidentBook book, CrisisDesk desk, Routes routes, Sealer sealer) {
    this.book = book;
    this.desk = desk;
    this.routes = routes;
    this.sealer = sealer;
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
      tell(handle, row, new IncidentEvent.PageAccepted(row.step(), bySms(row)));
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
          DeliveryStatus next = row.parts() == 1 ? moved : PartRows.status(handle, id);
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

  /**
   * It did not arrive. An answer to someone in danger tries their other channel, an ordinary one by
   * WhatsApp an SMS, unless the number said STOP or it may have arrived; a page's incident moves
   * on; the message is failed after the last attempt.
   *
   * @param code the provider's error code, or ours
   */
  void failed(Handle handle, OutboxRow row, String code, String why, boolean last, Instant now) {
    if (row.isPage() && (last || row.attempts() <= 1)) {
      ContactId contact = new ContactId(row.contact().orElseThrow());
      tell(handle, row, new IncidentEvent.PageFailed(row.step(), contact, bySms(row)));
    }
    if (last && !NOT_THE_CONTACTS.contains(code)) {
      boolean mail = row.channel() == ChannelName.EMAIL;
      row.contact().ifPresent(contact -> ContactBook.failed(handle, contact, mail, code, now));
    }
    boolean surelyNot = !STOPPED.contains(code) && !code.equals(FATE_UNKNOWN);
    boolean mayChange = row.answersDanger() || (row.mayBecomeSms() && surelyNot);
    if (!last || (mayChange && tryOtherChannel(handle, row, now))) {
      return;
    }
    row.messageId()
        .ifPresent(id ->
            handle
                .createUpdate(
                    "UPDATE public.whatsapp_messages SET delivery_status = 'failed',"
                        + " error_message = :why WHERE id = :id"
                        + " AND delivery_status NOT IN ('read', 'failed')")
                .bind("why", why)
                .bind("id", id)
                .execute());
  }

  /** Whether its words are still here, and no other attempt of it is on its way. */
  boolean canRepeat(OutboxRow row) {
    return row.state().equals("accepted") && !row.payload().isEmpty();
  }

  /** Throttled after all: safe to send again. */
  void again(Handle handle, OutboxRow row, Instant now) {
    handle
        .createUpdate(
            "UPDATE gateway.outbox SET state = 'waiting', lost_since = NULL, ended_at = NULL"
                + " WHERE id = :id")
        .bind("id", row.id())
        .execute();
    Agenda.again(handle, row.id(), row.attempts(), row.crisis(), now.plus(Duration.ofSeconds(5)));
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

  private boolean tryOtherChannel(Handle handle, OutboxRow row, Instant now) {
    ChannelName other = row.channel() == ChannelName.SMS ? ChannelName.WHATSAPP : ChannelName.SMS;
    if (routes.by(other).isEmpty() || row.payload().isEmpty() || row.messageId().isEmpty()) {
      return false;
    }
    UUID id = UUID.randomUUID();
    int added =
        handle
            .createUpdate(
                """
                INSERT INTO gateway.outbox (id, user_id, message_id, channel, address, sender,
                  purpose, crisis, despite_stop, payload, incident_id, step, created_at, part, parts)
                SELECT :id, o.user_id, o.message_id, :channel, o.address, :sender, o.purpose,
                  o.crisis, o.despite_stop, :payload, o.incident_id, o.step, :now, o.part, o.parts
                FROM gateway.outbox o WHERE o.id = :row AND NOT EXISTS (
                  SELECT 1 FROM gateway.outbox x WHERE x.message_id = o.message_id
                    AND x.part = o.part AND x.channel = :channel)
                """)
            .bind("id", id)
            .bind("channel", other.word())
            .bind("sender", lastWrittenTo(handle, row, other).orElse(null))
            .bind("payload", sealer.sealOwn(sealer.openOwn(row.payload(), row.id()), id))
            .bind("now", Rows.at(now))
            .bind("row", row.id())
            .execute();
    if (added == 1) {
      Agenda.delivery(handle, id, row.crisis(), now);
    }
    return added == 1;
  }

  /** The sender by which they know us there; empty for the channel's configured one. */
  private Optional<String> lastWrittenTo(Handle handle, OutboxRow row, ChannelName channel) {
    return handle
        .createQuery(
            "SELECT sender FROM gateway.inbound WHERE address = :address AND channel = :channel"
                + " ORDER BY received_at DESC LIMIT 1")
        .bind("address", row.address())
        .bind("channel", channel.word())
        .mapTo(String.class)
        .findOne()
        .filter(sender -> routes.by(channel, sender).isPresent());
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
