package ai.therapysync.persistence.tasks;

import ai.therapysync.conversation.delivery.Parts;
import ai.therapysync.conversation.message.Offer;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.sealing.Sealer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Writes messages into the outbox, each with the task that sends it. */
public final class OutboxRows {
  private static final String INSERT =
      """
      INSERT INTO gateway.outbox (id, user_id, message_id, channel, address, sender, purpose, crisis,
        despite_stop, payload, choices, incident_id, contact_id, member_id, step, code, created_at,
        part, parts)
      VALUES (:id, :user, :message, :channel, :address, :sender, :purpose, :crisis,
        :despite, :payload, :choices, :incident, :contact, :member, :step, :code, :now, :part, :parts)
      """;

  private final Sealer sealer;

  /** With the keys that seal what waits. */
  public OutboxRows(Sealer sealer) {
    this.sealer = sealer;
  }

  /**
   * Adds one message, due now; what is longer than its channel's messages in parts. What belongs to
   * an incident is short, and stays whole.
   */
  public void add(Handle handle, NewMessage message, Instant now) {
    List<String> texts =
        message.incident().isPresent()
            ? List.of(message.text())
            : Parts.of(message.channel(), message.text(), message.offer().map(Offer::choices));
    int part = 1;
    for (String text : texts) {
      UUID id = part == 1 ? message.id() : UUID.randomUUID();
      add(
          handle,
          message,
          new Part(id, text, part++, texts.size()),
          message.incident().flatMap(NewMessage.Incident::contact),
          now);
    }
  }

  /** Adds a message to a contact that belongs to no incident, due now; it is short. */
  public void addFor(UUID contact, Handle handle, NewMessage message, Instant now) {
    Part whole = new Part(message.id(), message.text(), 1, 1);
    add(handle, message, whole, Optional.of(contact), now);
  }

  /** The question stands at the end, and so do the answers to it. */
  private Optional<String> choices(NewMessage message, Part part) {
    return message
        .offer()
        .filter(_ -> part.number() == part.of())
        .map(offer -> sealer.sealOwn(OfferJson.write(offer), part.id()));
  }

  /** What goes out in one row. */
  private record Part(UUID id, String text, int number, int of) {}

  private void add(
      Handle handle, NewMessage message, Part part, Optional<UUID> contact, Instant now) {
    Map<String, Object> payload = new HashMap<>();
    payload.put("subject", message.subject());
    payload.put("text", part.text());
    message.letter().ifPresent(letter -> payload.put("letter", letter));
    Optional<NewMessage.Incident> incident = message.incident();
    handle
        .createUpdate(INSERT)
        .bind("id", part.id())
        .bind("user", message.person().orElse(null))
        .bind("message", message.messageId().orElse(null))
        .bind("channel", message.channel().word())
        .bind("address", message.address())
        .bind("sender", message.sender().orElse(null))
        .bind("purpose", message.purpose())
        .bind("crisis", message.crisis())
        .bind("despite", message.despiteStop())
        .bind("payload", sealer.sealOwn(Rows.write(payload), part.id()))
        .bind("choices", choices(message, part).orElse(null))
        .bind("incident", incident.map(NewMessage.Incident::id).orElse(null))
        .bind("contact", contact.orElse(null))
        .bind("member", incident.flatMap(NewMessage.Incident::member).orElse(null))
        .bind("step", incident.map(NewMessage.Incident::step).orElse(null))
        .bind("code", incident.flatMap(NewMessage.Incident::code).orElse(null))
        .bind("now", Rows.at(now))
        .bind("part", part.number())
        .bind("parts", part.of())
        .execute();
    Agenda.delivery(handle, part.id(), message.crisis(), now);
  }
}
